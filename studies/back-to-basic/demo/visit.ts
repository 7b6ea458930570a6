import type { Answers } from './answers.ts'
import type { Hands } from './hands.ts'
import { typedAnswers } from './raw.ts'

interface Filling {
  readonly id: string
  readonly forms: readonly { readonly form: string; readonly version: number }[]
}

interface Page {
  readonly schedule: readonly Filling[]
  readonly logs: readonly Filling[]
}

const deciding = new Set(['demography', 'childbearing'])
const laboratoryForms = new Set(['laboratory', 'crp'])
const role: Readonly<Record<string, string>> = {
  mriReading: 'mriReader',
  mriFollowUpReading: 'mriReader',
  investigatorJudgement: 'investigator',
}

/** Fills in one form as the person whose task it is. */
export async function fill(
  hands: Hands,
  at: { readonly site: string; readonly code: string; readonly encounter: string; readonly day: string },
  form: keyof Answers,
  answers: Answers,
  rest: object = {},
): Promise<void> {
  const { site, code, encounter, day } = at
  await hands.command(role[form] ?? 'nurse', site, code, 'record-form', {
    encounter,
    form,
    day,
    expectedVersion: 0,
    entries: typedAnswers(form, answers[form] as never),
    ...(laboratoryForms.has(form) && { laboratory: 'east' }),
    ...rest,
  })
}

/** Fills in every form the encounter has for this participant, but those named. */
export async function fillAll(
  hands: Hands,
  at: { readonly site: string; readonly code: string; readonly encounter: string; readonly day: string },
  answers: Answers,
  without: readonly string[] = [],
): Promise<void> {
  for (;;) {
    const { schedule } = await hands.read<Page>('coordinator', at.site, `/participants/${at.code}`)
    const forms = schedule.find(({ id }) => id === at.encounter)?.forms ?? []
    const left = forms.filter(({ form, version }) => version === 0 && !without.includes(form)).map(({ form }) => form)
    if (left.length === 0) return begin(hands, at, answers)
    // One of these decides whether other forms concern the participant at all, so they are asked about anew after it.
    const next = left.find((form) => deciding.has(form))
    for (const form of next === undefined ? left : [next]) await fill(hands, at, form as keyof Answers, answers)
  }
}

/** Begins the logs that stand open and empty, with what was told at this visit. */
async function begin(hands: Hands, at: Parameters<typeof fillAll>[1], answers: Answers): Promise<void> {
  const { logs } = await hands.read<Page>('coordinator', at.site, `/participants/${at.code}`)
  for (const { id, forms } of logs)
    for (const { form, version } of forms)
      if (version === 0 && answers[form as keyof Answers] !== undefined)
        await fill(hands, { ...at, encounter: id }, form as keyof Answers, answers)
}
