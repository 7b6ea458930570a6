import type { Analysis, ArmSummary, Contrast } from '../../statistics/analyse.ts'
import type { Part } from './page.ts'
import { escaped, rounded } from './svg.ts'
import { table } from './table.ts'

/** What R said of the primary outcome: means, the difference with its limits, a row for each visit. */
export function statisticsPart(analysis: Analysis): Part {
  const { measure, arms, ancova, ancovaBySite, visits, joint, by } = analysis
  const summary = (title: string, of: readonly ArmSummary[]) =>
    of.map(({ title: arm, n, mean, sd }) => [title, arm, n, rounded(mean), rounded(sd)])
  return {
    title: `Primary outcome: ${measure}`,
    html: `<p>${escaped(arms[1])} against ${escaped(arms[0])}, endpoint on baseline and arm (ANCOVA): ${sentence(ancova)} With the site too: ${sentence(ancovaBySite)}</p>
${table(['', 'Arm', 'n', 'Mean', 'SD'], [...summary('baseline', analysis.baseline), ...summary('endpoint', analysis.endpoint), ...summary('change', analysis.change)])}
<h3>Difference at every visit</h3>
${forest(visits)}
<p>All visits in one multivariate linear model with a covariance for every pair of visits, of those with every visit (n = ${visits[0]?.n ?? 0}); joint p ${pValue(joint)}. The mixed model that also uses those without every visit needs more than base R.</p>
<p>By ${escaped(by)}; analysis.csv and analysis.R repeat it.</p>`,
  }
}

export const sentence = ({ estimate, lower, upper, p, n }: Contrast): string =>
  `${signed(estimate)} (95 % CI ${signed(lower)} to ${signed(upper)}), p ${pValue(p)}, n = ${n}.`

const signed = (value: number): string => rounded(value, 2).replace('-', '−')
const pValue = (p: number): string =>
  Number.isNaN(p) ? 'not estimated: too few' : p < 0.001 ? '< 0.001' : `= ${rounded(p, 3)}`

const [width, left, right, row] = [960, 130, 220, 30]

function forest(visits: Analysis['visits']): string {
  const known = visits.filter(({ lower, upper }) => Number.isFinite(lower) && Number.isFinite(upper))
  if (known.length === 0) return '<p>Too few came to every visit.</p>'
  const least = Math.min(0, ...known.map(({ lower }) => lower))
  const most = Math.max(0, ...known.map(({ upper }) => upper))
  const x = (value: number) => left + ((value - least) / (most - least || 1)) * (width - left - right)
  const height = known.length * row + 34
  const lines = known.map(({ encounter, estimate, lower, upper, p }, at) => {
    const y = at * row + 20
    return `<text x="${left - 14}" y="${y + 4}" text-anchor="end">${escaped(encounter)}</text>
<line x1="${x(lower)}" x2="${x(upper)}" y1="${y}" y2="${y}" stroke="#1f5f8b" stroke-width="2"/><circle cx="${x(estimate)}" cy="${y}" r="4.5" fill="#1f5f8b"/>
<text x="${width - right + 16}" y="${y + 4}">${signed(estimate)} (${signed(lower)} to ${signed(upper)}), p ${pValue(p).replace('<', '&lt;')}</text>`
  })
  const end = known.length * row + 8
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Difference between the arms at every visit">
<line x1="${x(0)}" x2="${x(0)}" y1="4" y2="${end}" stroke="#7b92a6" stroke-dasharray="4 3"/><text x="${x(0)}" y="${end + 18}" text-anchor="middle">0</text>
${lines.join('\n')}</svg>`
}
