import { compileStudy, hashOf } from '@trialwright/protocol/compile'
import { smallStudy } from '@trialwright/protocol/testing'
import type { CompiledStudy } from '@trialwright/protocol'

/** The small invented study, two sites, with a list long enough for so many participants at each. */
export function benchStudy(participants: number): { readonly compiled: CompiledStudy; readonly hash: string } {
  const slotsPerStratum = participants + 20
  const compiled = compileStudy({
    ...smallStudy,
    randomisation: {
      method: 'permutedBlocks',
      ratio: { active: 1, placebo: 1 },
      blocks: [4, 6],
      stratifyBy: ['site'],
      slotsPerStratum,
    },
  })
  return { compiled, hash: hashOf(compiled) }
}

const typed = (text: string, unit?: string) => ({ typed: text, ...(unit === undefined ? {} : { unit }) })

/** What an eligible person answers at screening, form by form. */
export const eligible = {
  person: { birthDate: typed('1980-05-17'), sex: typed('male'), smoker: typed('no') },
  pain: {
    now: typed('6', '{score}'),
    worst: typed('8', '{score}'),
    usual: typed('7', '{score}'),
    daysWithPain: typed('80', '%'),
    duration: typed('24', 'mo'),
    walks: typed('yes'),
    sleeps: typed('no'),
  },
  blood: { haemoglobin: typed('140', 'g/L'), creatinine: typed('80', 'umol/L') },
  scan: {
    endplates: {
      typed: '',
      rows: [{ id: 'row1', cells: { type: typed('one'), height: typed('20', '%') } }],
      complete: true,
    },
  },
  body: {
    weight: typed('80', 'kg'),
    temperature: typed('36.8', 'Cel'),
    surgery: { typed: '', absent: 'notApplicable' as const },
  },
}
