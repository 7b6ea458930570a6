import { escaped } from './svg.ts'

export interface Histogram {
  /** What is counted, said to whoever cannot see the picture. */
  readonly of: string
  readonly unit: string
  readonly values: readonly number[]
  /** Bars of this width between these ends, instead of as the values are spread. */
  readonly scale?: { readonly from: number; readonly to: number; readonly step: number }
  /** Values drawn darker, and what they are. */
  readonly marked?: { readonly title: string; readonly is: readonly boolean[] }
  /** Upright lines with a word beside each. */
  readonly lines?: readonly { readonly at: number; readonly title: string }[]
}

interface Bar {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly marked: number
}

const [width, height, left, right, top, bottom] = [960, 260, 56, 24, 30, 44]
const [colour, dark] = ['#9db8cd', '#1f5f8b']
const mostBars = 24

/** How often which values came out. Few whole numbers have a bar each. */
export function histogram({ of, unit, values, scale, marked, lines = [] }: Histogram): string {
  const bars = barsOf(values, marked?.is ?? [], scale)
  if (bars.length === 0) return '<p>Nothing to show.</p>'
  const [least, most] = [bars[0]!.from, bars.at(-1)!.to]
  const tallest = Math.max(...bars.map(({ count }) => count))
  const x = (value: number) => left + ((value - least) / (most - least)) * (width - left - right)
  const y = (count: number) => height - bottom - (count / tallest) * (height - bottom - top)
  const block = (from: number, to: number, low: number, high: number, fill: string) =>
    `<rect x="${x(from) + 1}" y="${y(high)}" width="${Math.max(x(to) - x(from) - 2, 1)}" height="${y(low) - y(high)}" fill="${fill}"/>`
  const drawn = bars.map(
    ({ from, to, count, marked: of }) => block(from, to, of, count, colour) + block(from, to, 0, of, dark),
  )
  const uprights = lines
    .filter(({ at }) => at >= least && at <= most)
    .map(
      ({ at, title }) =>
        `<line x1="${x(at)}" x2="${x(at)}" y1="${top - 6}" y2="${height - bottom}" stroke="#a3261d" stroke-dasharray="5 3"/><text x="${x(at)}" y="${top - 12}" text-anchor="${x(at) > width - 160 ? 'end' : 'middle'}" fill="#a3261d">${escaped(title)}</text>`,
    )
  const key =
    marked === undefined
      ? ''
      : `<rect x="${left}" y="${height - 14}" width="12" height="12" fill="${dark}"/><text x="${left + 18}" y="${height - 4}">${escaped(marked.title)}</text>`
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(of)}">
<line x1="${left}" x2="${width - right}" y1="${height - bottom}" y2="${height - bottom}" stroke="#7b92a6"/>
${drawn.join('')}${uprights.join('')}
${ticksOf(least, most)
  .map((tick) => `<text x="${x(tick)}" y="${height - bottom + 17}" text-anchor="middle">${tick}</text>`)
  .join('')}
<text x="${left - 8}" y="${y(tallest) + 4}" text-anchor="end">${tallest}</text><text x="${left - 8}" y="${height - bottom}" text-anchor="end">0</text>
<text x="${width - right}" y="${height - 4}" text-anchor="end">${escaped(unit)}</text>${key}
</svg>`
}

/** Round numbers between two ends, some eight of them at most. */
export function ticksOf(least: number, most: number): readonly number[] {
  const wanted = (most - least) / 8
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted) ?? power * 10
  const first = Math.ceil(least / step)
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(10)),
  )
}

/** Bars of equal width from the least value to the greatest, or on a scale. */
export function barsOf(
  values: readonly number[],
  marked: readonly boolean[],
  scale?: Histogram['scale'],
): readonly Bar[] {
  const known = values.flatMap((value, index) =>
    Number.isFinite(value) ? [{ value, is: marked[index] ?? false }] : [],
  )
  if (known.length === 0) return []
  const numbers = known.map(({ value }) => value)
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const whole = numbers.every(Number.isInteger)
  const alone = whole && most - least < mostBars
  const many = Math.max(1, Math.min(mostBars, Math.ceil(Math.sqrt(known.length)) + 1))
  const { from, to, step } =
    scale ??
    (alone
      ? { from: least - 0.5, to: most + 0.5, step: 1 }
      : // Values a hair apart leave no width to divide.
        { from: least, to: most, step: (most - least) / many || 1 })
  const count = Math.max(1, Math.round((to - from) / step))
  return Array.from({ length: count }, (_, index) => {
    const at = known.filter(({ value }) => Math.min(Math.floor((value - from) / step), count - 1) === index)
    return {
      from: from + index * step,
      to: from + (index + 1) * step,
      count: at.length,
      marked: at.filter(({ is }) => is).length,
    }
  })
}
