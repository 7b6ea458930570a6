/** Text as it may stand in a page. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Attributes = Readonly<Record<string, string | number>>

/** One element: numbers to a hundredth of a pixel. */
export const element = (name: string, attributes: Attributes, content = ''): string =>
  `<${name} ${Object.entries(attributes)
    .map(([key, value]) => `${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : escaped(value)}"`)
    .join(' ')}>${content}</${name}>`

export const label = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, escaped(text))

export const line = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): string =>
  element('line', { x1, y1, x2, y2, stroke: '#999', ...attributes })

/** A drawing with its caption; the table beside it says the same in numbers. */
export const figure = (caption: string, width: number, height: number, content: readonly string[]): string =>
  `<figure><figcaption>${escaped(caption)}</figcaption>${element(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': caption },
    content.join(''),
  )}</figure>`

export const ownColour = '#1f4e79'
export const otherColour = '#8aa4bd'
