import type { Both } from './both.ts'
import type { Spread, TrialsFigures } from './figures.ts'

/** What thousands of trials say of the design, in lines. */
export function trialsText(figures: TrialsFigures, both: readonly Both[] = []): string {
  const { asked, rows, power, guessed } = figures
  return [
    `${rows.length} trials of ${asked.participants}, scenario ${asked.scenario}, seed ${asked.seed}`,
    power === undefined
      ? '  no trial had enough people at the endpoint to be analysed'
      : `  p < 0.05 for the primary outcome (ANCOVA, two-sided) in ${percent(power.share)} of trials (95 % limits ${percent(power.lower)} to ${percent(power.upper)})`,
    `  estimate ${said(figures.estimate, 2)}`,
    `  analysed ${said(figures.analysed, 1)}`,
    `  screened ${said(figures.screened, 1)}`,
    `  days to randomise all ${said(figures.days)}`,
    `  vials ${said(figures.vials)}`,
    `  larger arm ahead by ${said(figures.ahead, 2)}`,
    `  a guesser who knows the earlier arms of his site names ${percent(guessed.convergence.mean)} by betting on the arm behind, ${percent(guessed.best.mean)} knowing the method`,
    ...both.map(({ trial, holds }) => `  ${holds ? '✓' : '✗'} trial ${trial}, ${bothWays(holds)}`),
    `  ${figures.file} has SHA-256 ${figures.digest}; by ${figures.by}`,
  ].join('\n')
}

export const bothWays = (holds: boolean): string =>
  holds
    ? 'run through a server too: the same arms, infusions and measures, and all that must hold holds'
    : 'run through a server too: something that must hold does not'

export const percent = (value: number): string => `${(value * 100).toFixed(1)} %`

export const said = ({ mean, sd, low, high }: Spread, digits = 0): string =>
  Number.isNaN(mean)
    ? 'not known of any trial'
    : `${mean.toFixed(digits)} (SD ${sd.toFixed(digits)}; 5 to 95 of a hundred ${low.toFixed(digits)} to ${high.toFixed(digits)})`
