import { type Answers, screeningAnswers, typedAnswers } from '@trialwright/study-back-to-basic/demo'
import { logsOf } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { backToBasic } from '@trialwright/study-back-to-basic'
import { type Command, newCommand } from './command.ts'

const compiled = compileStudy(backToBasic)
const { id, forms } = compiled
const study = `/api/studies/${id}`

/** Where a form of the first day is filled in: at screening, or in the log that has it. */
const placeOf = (form: string): string => logsOf(compiled).find((log) => log.forms.includes(form))?.id ?? 'screening'

export interface Hands {
  readonly site: string
  readonly coordinator: string
  readonly reader: string
  readonly investigator: string
  /** What the investigator signs with. */
  readonly signing: { readonly name: string; readonly password: string }
  readonly today: string
}

/**
 * One writer's endless work: participants brought from registration to randomisation, one command after the other. It is
 * told each answer by `next`. Every command that is carried out leaves one event.
 */
export function* work({
  site,
  coordinator,
  reader,
  investigator,
  signing,
  today: day,
}: Hands): Generator<Command, never, string> {
  const answers = Object.entries(screeningAnswers(day)) as [keyof Answers, NonNullable<Answers[keyof Answers]>][]
  const cookies = { site: coordinator, participant: coordinator, reader, investigator }
  for (;;) {
    const registered = yield newCommand(coordinator, `${study}/participants`, { site })
    const own = `${study}/participants/${(JSON.parse(registered) as { code: string }).code}`
    yield newCommand(coordinator, `${own}/record-consent`, { version: '1.1', day })
    yield newCommand(coordinator, `${own}/record-visit`, { encounter: 'screening', day })
    for (const [form, given] of answers) {
      const { laboratory, filledBy } = forms.find((each) => each.id === form)!
      yield newCommand(cookies[filledBy], `${own}/record-form`, {
        encounter: placeOf(form),
        form,
        day,
        ...(laboratory && { laboratory: 'east' }),
        entries: typedAnswers(form, given),
        expectedVersion: 0,
      })
    }
    yield newCommand(investigator, `${own}/confirm-eligibility`, signing)
    yield newCommand(coordinator, `${own}/randomise`, {})
  }
}
