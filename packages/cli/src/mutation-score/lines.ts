import type { Language } from '@trialwright/protocol'
import type { MutationScore, Survivor } from '@trialwright/protocol/compile'
import { table, wrapped } from '../check/wrap.ts'

const words = {
  en: {
    noticed: (noticed: number, slips: number) => `${noticed} of ${slips} slips are noticed by the examples`,
    without: (count: number) => `${count} more change nothing for anybody and are not counted`,
    head: ['slip', 'made', 'noticed', '%'],
    survivors: 'Not noticed, and the case that is missing',
    unknown: 'write a case on this',
    slips: {
      comparison: 'another comparison',
      bound: 'a limit one step off',
      unit: 'another unit',
      window: 'a window moved',
      connective: '“and”, “or”, “not”',
      code: 'a code more or less',
      score: 'a score worked out otherwise',
      occurrence: 'another filling of the form',
    },
  },
  nb: {
    noticed: (noticed: number, slips: number) => `${noticed} av ${slips} feil blir oppdaget av eksemplene`,
    without: (count: number) => `${count} til endrer ingenting for noen og er ikke talt med`,
    head: ['feil', 'laget', 'oppdaget', '%'],
    survivors: 'Ikke oppdaget, og eksempelet som mangler',
    unknown: 'skriv et eksempel på dette',
    slips: {
      comparison: 'en annen sammenligning',
      bound: 'en grense ett trinn feil',
      unit: 'en annen enhet',
      window: 'et vindu flyttet',
      connective: '«og», «eller», «ikke»',
      code: 'en kode for mye eller for lite',
      score: 'en skår regnet annerledes',
      occurrence: 'en annen utfylling av skjemaet',
    },
  },
} as const

/** The score as a page of text: the sum, the sorts of slip, and each that was not noticed. */
export function scoreLines(score: MutationScore, language: Language): readonly string[] {
  const say = words[language]
  const percent = (noticed: number, slips: number) => ((100 * noticed) / slips).toFixed(1)
  const rows = Object.entries(score.bySlip).map(([slip, { slips, noticed }]) => [
    say.slips[slip as keyof typeof say.slips],
    String(slips),
    String(noticed),
    percent(noticed, slips),
  ])
  return [
    `${say.noticed(score.noticed, score.slips)}: ${percent(score.noticed, score.slips)} %`,
    ...(score.without > 0 ? [say.without(score.without)] : []),
    '',
    ...table(say.head, rows),
    ...(score.survivors.length > 0 ? ['', say.survivors] : []),
    ...score.survivors.flatMap((survivor) => survivorLines(survivor, language)),
  ]
}

function survivorLines({ path, what, missing }: Survivor, language: Language): readonly string[] {
  const person = missing.found === 'person' ? missing.person[language] : words[language].unknown
  return [...wrapped(`${path}: ${what[language]}`, '  '), ...wrapped(`→ ${person}`, '      ')]
}
