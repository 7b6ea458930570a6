import type { Language } from '@trialwright/protocol'
import { endsPlot } from './plots/ends.ts'
import { escaped } from './plots/svg.ts'
import { guessPlot } from './plots/guess.ts'
import { tradePlot } from './plots/trade.ts'
import type { StudyReport } from './report.ts'
import { columns, largestError, verdict } from './text.ts'
import { percent, words } from './words.ts'

const style = `
  body { font: 15px/1.5 system-ui, sans-serif; color: #1a1a1a; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  h1 { font-size: 1.6rem; margin-bottom: 0 } h2 { font-size: 1.15rem; margin-top: 2rem }
  .warning { border: 2px solid #8a1c1c; color: #8a1c1c; padding: .4rem .8rem; font-weight: 600 }
  .verdict { border-left: 4px solid #1f4e79; padding: .3rem .8rem; background: #f1f5f9 }
  .wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
  th, td { padding: .35rem .5rem; border-bottom: 1px solid #ccc; text-align: right; vertical-align: bottom }
  th[scope=row], th:first-child { text-align: left; font-weight: 400 } thead th { font-weight: 600 }
  tr.own th, tr.own td { background: #e8f0f7; font-weight: 600 }
  figure { margin: 1.5rem 0; break-inside: avoid } figcaption { font-weight: 600; margin-bottom: .3rem }
  svg { max-width: 100%; height: auto; font: 13px system-ui, sans-serif }
  @page { size: A4; margin: 15mm } @media print { body { margin: 0; max-width: none; font-size: 10pt } .wide { overflow: visible } }`

/** The report as one file that needs no other: table, plots, sources; made to be printed as well. */
export function pageOf(report: StudyReport, language: Language): string {
  const say = words[language]
  const heads = columns.map(([head]) => head(language))
  const groups = [...new Set(heads.map(([group]) => group))]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${say.title} · ${report.study.title[language]}`)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(say.title)}</h1>
<p>${escaped(report.study.title[language])} · ${escaped(report.study.registry.id)}</p>
<p class="warning">${escaped(say.unblinded)}</p>
<p>${escaped(say.setting(report.participants, report.strata.length, String(report.runs), report.seed))}</p>
<p class="verdict">${escaped(verdict(report, language))}</p>
<div class="wide"><table>
<thead><tr><td></td>${groups.map((group) => `<th scope="colgroup" colspan="${heads.filter(([each]) => each === group).length}">${escaped(group)}</th>`).join('')}</tr>
<tr><th scope="col">${escaped(say.scheme)}</th>${heads.map(([, name]) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>
${report.tried
  .map(
    (tried) =>
      `<tr${tried.own ? ' class="own"' : ''}><th scope="row">${escaped(tried.name[language])}${tried.own ? ` (${escaped(say.own)})` : ''}</th>${columns
        .map(([, cell]) => `<td>${escaped(cell(tried, language))}</td>`)
        .join('')}</tr>`,
  )
  .join('\n')}
</tbody></table></div>
<p>${escaped(say.reading)} ${escaped(say.error)} ${percent(largestError(report), language, 2)}.</p>
${guessPlot(report, language)}
${tradePlot(report, language)}
${endsPlot(report, language)}
<h2>${escaped(say.sources)}</h2>
<ul>
${report.tried.map(({ name, source }) => `<li>${escaped(name[language])}: ${escaped(source)}</li>`).join('\n')}
</ul>
</body>
</html>
`
}
