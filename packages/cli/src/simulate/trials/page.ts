import { guessableLimit } from '@trialwright/conduct'
import { pathToFileURL } from 'node:url'
import { escaped, histogram, pageOf, type Part, table } from '@trialwright/simulation'
import type { Both } from './both.ts'
import type { Spread, TrialsFigures } from './figures.ts'
import { bothWays, percent, said } from './report.ts'

/** What thousands of trials say of the design, as one page that needs nothing beside it. */
export function trialsPage(title: string, figures: TrialsFigures, both: readonly Both[] = []): string {
  const { asked, rows, file, digest, by } = figures
  return pageOf({
    title: `Simulated trials: ${title}`,
    banner: 'Simulated. Every participant is invented.',
    heading: title,
    intro: `${rows.length} trials of ${asked.participants} through the pure core, scenario “${asked.scenario}”, seed ${asked.seed}.`,
    parts: [
      ...[powerPart, balancePart, guessPart, recruitmentPart, stockPart].map((part) => part(figures)),
      ...(both.length > 0 ? [bothPart(both)] : []),
      {
        title: 'The trials',
        html: `<p>${escaped(file)} holds a line for each, with its seed: by it alone a trial can be run again. SHA-256 <code>${digest}</code>. Statistics by ${escaped(by)}.</p>`,
      },
    ],
  })
}

const sentence = (text: string): string => `<p>${escaped(text)}</p>`

function powerPart({ rows, power, estimate, analysed }: TrialsFigures): Part {
  const fitted = rows.filter(({ p, estimate: found }) => typeof p === 'number' && typeof found === 'number')
  const found =
    power === undefined
      ? 'No trial had enough people at the endpoint to be analysed.'
      : `p < 0.05 for the primary outcome (ANCOVA, two-sided) in ${percent(power.share)} of ${power.of} trials, 95 % limits ${percent(power.lower)} to ${percent(power.upper)}. Analysed: ${said(analysed, 1)}.`
  return {
    title: 'Power for the primary outcome',
    html: `${sentence(found)}${histogram({
      of: 'Estimated difference between the arms, by trial',
      unit: 'estimated difference',
      values: fitted.map(({ estimate: each }) => each!),
      marked: { title: 'p < 0.05', is: fitted.map(({ p }) => p! < 0.05) },
      lines: [{ at: 0, title: 'no difference' }],
    })}${sentence(`Estimate ${said(estimate, 2)}.`)}${histogram({
      of: 'p of the primary outcome, by trial',
      unit: 'p',
      values: fitted.map(({ p }) => p!),
      scale: { from: 0, to: 1, step: 0.05 },
      lines: [{ at: 0.05, title: '0.05' }],
    })}`,
  }
}

const balancePart = ({ rows, ahead }: TrialsFigures): Part => ({
  title: 'Balance of the arms',
  html: `${histogram({ of: 'Participants by which the larger arm is ahead at the end, by trial', unit: 'participants', values: rows.map((row) => row.ahead) })}${sentence(`The larger arm is ahead by ${said(ahead, 2)}.`)}`,
})

const [width, left, row] = [960, 330, 30]

/** A bar for each guesser, on an axis from nothing to everything, with chance and the limit drawn in. */
function guessPart({ guessed: { convergence, best, certain } }: TrialsFigures): Part {
  const bars = [
    ['bets on the arm that is behind', convergence.mean],
    ['knows the method with its parameters', best.mean],
    ['the same, of arms that are certain', certain.mean],
  ] as const
  const x = (share: number) => left + share * (width - left - 90)
  const height = bars.length * row + 30
  const upright = (share: number, colour: string, title: string) =>
    `<line x1="${x(share)}" x2="${x(share)}" y1="4" y2="${height - 24}" stroke="${colour}" stroke-dasharray="5 3"/><text x="${x(share)}" y="${height - 8}" text-anchor="middle" fill="${colour}">${title}</text>`
  return {
    title: 'Predictability',
    html: `${sentence('Of the arms to come, how many somebody names who knows all earlier arms of the site.')}<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Share of arms a guesser names">
${bars.map(([name, share], at) => `<text x="${left - 12}" y="${at * row + 22}" text-anchor="end">${name}</text><rect x="${x(0)}" y="${at * row + 10}" width="${x(share) - x(0)}" height="16" fill="#1f5f8b"/><text x="${width - 4}" y="${at * row + 22}" text-anchor="end">${percent(share)}</text>`).join('')}
${upright(0.5, '#7b92a6', 'chance')}${upright(guessableLimit, '#a3261d', 'limit')}
</svg>`,
  }
}

const recruitmentPart = ({ rows, days, screened }: TrialsFigures): Part => ({
  title: 'Time to randomise all',
  html: `${histogram({ of: 'Months to randomise all, by trial', unit: 'months', values: rows.map(({ recruitmentDays }) => recruitmentDays / 30.4375), lines: quantiles(days, 30.4375) })}${sentence(`Days: ${said(days)}. Screened: ${said(screened, 1)}.`)}`,
})

const stockPart = ({ rows, vials }: TrialsFigures): Part => ({
  title: 'Vials opened',
  html: `${histogram({ of: 'Vials opened in a trial, by trial', unit: 'vials', values: rows.map((each) => each.vials), lines: quantiles(vials) })}${sentence(`Vials: ${said(vials)}. What is to be ordered beyond them, spoilt and expired vials are not counted.`)}`,
})

const quantiles = ({ middle, high }: Spread, per = 1) => [
  { at: middle / per, title: 'half' },
  { at: high / per, title: '95 of a hundred' },
]

const bothPart = (both: readonly Both[]): Part => ({
  title: 'Both ways',
  html: `${table(
    ['', 'Trial', 'Found'],
    both.map(({ trial, holds }) => [holds ? '✓' : '✗', trial, bothWays(holds)]),
  )}${both.map(({ trial, page }) => `<p><a href="${escaped(pathToFileURL(page).href)}">Report of trial ${trial}</a></p>`).join('')}`,
})
