import { type CoreOptions, coreTrial } from '@trialwright/simulation'
import type { HandOptions } from './byHand/trial.ts'
import { trialByHand } from './byHand/trial.ts'

/** Throws unless a trial by hand and by the core give the same people the same arms, infusions, vials and measures. */
export function mustAgree(core: Omit<CoreOptions, 'seed'>, hand: Omit<HandOptions, 'seed'>, seed: number): void {
  const ours = coreTrial({ ...core, seed })
  const theirs = trialByHand({ ...hand, seed })
  const wrong = ours.people.flatMap((each, at) => {
    const [here, there] = [said(each), said(theirs.people[at])]
    return here === there ? [] : [`seed ${seed}: ${here} by the core, ${there} by hand`]
  })
  if (ours.screened !== theirs.screened) wrong.push(`${ours.screened} screened by the core, ${theirs.screened} by hand`)
  if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join('\n'))
}

interface Told {
  readonly site: string
  readonly number: number
  readonly arm: string
  readonly infusions: number
  readonly vials: number
  readonly stopped: boolean
  readonly withdrew: boolean
  readonly measures: Readonly<Record<string, number>>
}

function said(told: Told | undefined): string {
  if (!told) return 'nobody'
  const { site, number, arm, infusions, vials, stopped, withdrew, measures } = told
  const scores = Object.entries(measures)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([encounter, score]) => `${encounter} ${score.toFixed(9)}`)
  return [site, number, arm, infusions, vials, stopped, withdrew, ...scores].join(' ')
}
