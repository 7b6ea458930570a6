import type { Recruitment } from '../visits.ts'
import { escaped } from './svg.ts'

const colours = ['#1f5f8b', '#c2571a', '#2f7d4f', '#8a4f9e', '#a08614', '#5b6770', '#b03a5b', '#2b8f95']
const [width, height, left, bottom, top, right] = [960, 320, 44, 34, 14, 236]

/** Randomised so far, month by month, one layer a site. */
export function recruitmentPicture({ months, sites }: Recruitment): string {
  if (months.length === 0) return '<p>Nobody was randomised.</p>'
  const sums = sites.map(({ byMonth }) => cumulated(byMonth))
  const total = sums.reduce((sum, each) => sum + (each.at(-1) ?? 0), 0)
  const step = niceStep(total / 6)
  const most = Math.ceil(total / step) * step
  const x = (month: number) => left + (month / Math.max(months.length - 1, 1)) * (width - left - right)
  const y = (count: number) => height - bottom - (count / most) * (height - bottom - top)
  const base = months.map(() => 0)
  const layers = sites.map(({ title }, site) => {
    const from = [...base]
    sums[site]!.forEach((count, month) => (base[month]! += count))
    const upper = base.map((count, month) => `${x(month)},${y(count)}`)
    const lower = from.map((count, month) => `${x(month)},${y(count)}`).reverse()
    const colour = colours[site % colours.length]!
    return { title, colour, count: sums[site]!.at(-1) ?? 0, points: [...upper, ...lower].join(' ') }
  })
  const ticks = Array.from({ length: most / step + 1 }, (_, at) => at * step)
  const every = Math.max(1, Math.ceil(months.length / 8))
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Randomised participants over time, by site">
${ticks.map((tick) => `<line x1="${left}" x2="${width - right}" y1="${y(tick)}" y2="${y(tick)}" stroke="#dde4ea"/><text x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`).join('')}
${layers.map(({ points, colour }) => `<polygon points="${points}" fill="${colour}" fill-opacity="0.85"/>`).join('')}
${months.map((month, at) => (at % every === 0 ? `<text x="${x(at)}" y="${height - bottom + 20}" text-anchor="middle">${month}</text>` : '')).join('')}
${layers.map(({ title, colour, count }, at) => `<rect x="${width - right + 20}" y="${top + at * 22}" width="12" height="12" fill="${colour}"/><text x="${width - right + 38}" y="${top + 11 + at * 22}">${escaped(shortened(title))} (${count})</text>`).join('')}
</svg>`
}

const cumulated = (counts: readonly number[]): readonly number[] => {
  let sum = 0
  return counts.map((count) => (sum += count))
}

function niceStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)))
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted) ?? power * 10
}

const shortened = (title: string): string => (title.length > 27 ? `${title.slice(0, 26)}…` : title)
