import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { loadStudy } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { coreTrial, plainStudy } from '@trialwright/simulation'
import { backToBasic } from '@trialwright/study-back-to-basic'
import { simulation as model } from '@trialwright/study-back-to-basic/simulation'
import { takeTurns } from '../rounds.ts'
import { number, type Options, range, type Section } from '../section.ts'
import { mustAgree } from './agree.ts'
import { trialByHand } from './byHand/trial.ts'

const goal = 1 / 5
/** Participants of the trials memory is watched over: what a trial leaves behind it would leave behind a small one too. */
const few = 6
const [scenario] = Object.values(model.scenarios)

/** Whole trials without a server: by hand and by the core, and what the core holds on to over thousands. */
export async function coreSections({ quick, say }: Options): Promise<readonly Section[]> {
  const compiled = compileStudy(backToBasic)
  const usual = { model, scenario: scenario!, participants: 126, began: '2019-01-07' }
  const core = { ...usual, plain: plainStudy(compiled) }
  const hand = { ...usual, study: loadStudy(compiled) }
  const agreeing = quick ? 2 : 50
  say(`core: ${agreeing} trials by hand and by the core must agree`)
  for (let seed = 1; seed <= agreeing; seed += 1) mustAgree(core, hand, seed)

  say('core: trials by hand and by the core in turns')
  const cases = [
    { name: 'by hand', run: (seed: number) => trialByHand({ ...hand, seed }).people.length },
    { name: 'the core', run: (seed: number) => coreTrial({ ...core, seed }).people.length },
  ]
  const turns = await takeTurns(cases, quick ? { rounds: 1, milliseconds: 50 } : { rounds: 9, milliseconds: 1000 })
  const most = quick ? 20 : 10_000
  say(`core: ${number(most)} small trials one after the other`)
  const held = heldOver({ ...core, participants: few }, most)
  const growth = held.at(-1)! - held[0]!
  return [
    {
      title: 'A whole trial of 126 without a server',
      about: `Trials per CPU second of one thread. ${agreeing} trials gave everybody the same by hand and by the core.`,
      lines: [
        ...turns.map(({ name, rate, ratio }, index) => ({
          name,
          figure: number(rate.median),
          spread: range(rate),
          ...(index > 0 && {
            ratio: `${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)}–${ratio.max.toFixed(2)})`,
            goal: `≥ ${goal}`,
            met: ratio.median >= goal,
          }),
        })),
        {
          name: `held after ${number(most / 10)} and after ${number(most)} trials of ${few}`,
          figure: `${held[0]!.toFixed(1)} and ${held.at(-1)!.toFixed(1)} MB`,
          goal: '< 5 MB more',
          met: growth < 5,
        },
      ],
    },
  ]
}

/** Megabytes on the heap after each tenth of so many trials, once everything let go of is collected. */
function heldOver(core: Omit<Parameters<typeof coreTrial>[0], 'seed'>, trials: number): readonly number[] {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  return Array.from({ length: 10 }, (_, tenth) => {
    for (let at = 0; at < trials / 10; at += 1) coreTrial({ ...core, seed: tenth * 100_000 + at })
    collect()
    return process.memoryUsage().heapUsed / 1e6
  })
}
