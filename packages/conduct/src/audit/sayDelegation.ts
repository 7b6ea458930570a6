import type { CompiledStudy, Text } from '@trialwright/protocol'
import { colon, type Say, siteTitle, text, word } from './saying.ts'

const nameOf = (person: unknown): string => word((person as { name?: unknown } | undefined)?.name)

const named = (list: CompiledStudy['duties'], id: unknown): Text =>
  list?.find((one) => one.id === id)?.title ?? text(word(id), word(id))

/** The events of delegation and training. */
export const delegationSayings: Readonly<Record<string, Say>> = {
  InvestigatorNamed: ({ person, site }, study) => {
    const title = siteTitle(study, site)
    return text(`${nameOf(person)} answers for ${title.en}`, `${nameOf(person)} er ansvarlig for ${title.nb}`)
  },
  DutiesDelegated: ({ person, delegation, duties, from }, { compiled }) => {
    const list = Array.isArray(duties) ? duties.map((duty) => named(compiled.duties, duty)) : []
    const say = (language: 'en' | 'nb') => list.map((each) => each[language]).join(', ')
    return text(
      `Delegation ${word(delegation)} to ${nameOf(person)} from ${word(from)}: ${say('en')}`,
      `Delegering ${word(delegation)} til ${nameOf(person)} fra ${word(from)}: ${say('nb')}`,
    )
  },
  DelegationAccepted: ({ delegation }) =>
    text(`Delegation ${word(delegation)} accepted`, `Delegering ${word(delegation)} godtatt`),
  DelegationEnded: ({ delegation, day, reason }) =>
    text(
      `Delegation ${word(delegation)} ended ${word(day)}${colon(reason)}`,
      `Delegering ${word(delegation)} avsluttet ${word(day)}${colon(reason)}`,
    ),
  TrainingRecorded: ({ people, training, day, evidence }, { compiled }) => {
    const who = Array.isArray(people) ? people.map(nameOf).join(', ') : ''
    const title = named(compiled.training, training)
    return text(
      `Training recorded, ${title.en}, ${word(day)}${colon(evidence)}: ${who}`,
      `Opplæring registrert, ${title.nb}, ${word(day)}${colon(evidence)}: ${who}`,
    )
  },
  TrainingWithdrawn: ({ record, reason }) =>
    text(
      `Record of training ${word(record)} withdrawn${colon(reason)}`,
      `Opplæringsregistrering ${word(record)} trukket tilbake${colon(reason)}`,
    ),
  FindingExplained: ({ note }) =>
    text(
      `An act without delegation or training explained${colon(note)}`,
      `En handling uten delegering eller opplæring forklart${colon(note)}`,
    ),
}
