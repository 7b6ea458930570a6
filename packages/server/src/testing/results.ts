import { fill, participant, screened } from './steps.ts'
import { firstDay, type Person, study, type TestTrial } from './trial.ts'

/* Files of laboratory results, as a laboratory would send them. */

export const heading =
  'participant;encounter;sampled;sample;blood.haemoglobin;blood.haemoglobin.unit;blood.creatinine;blood.creatinine.unit'
export const format = { separator: ';', decimal: ',', dates: 'YYYY-MM-DD' } as const

export const csv = (...rows: readonly string[]): string => `${[heading, ...rows].join('\r\n')}\r\n`

export const file = (content: string | Uint8Array, more: object = {}) => ({
  file: Buffer.from(content as string).toString('base64'),
  name: 'results.csv',
  laboratory: 'Lab',
  format,
  ...more,
})

export const path = `${study}/laboratory-files/north`
export const preview = (person: Person, sent: object) => person.post(`${path}/preview`, sent)
export const take = (person: Person, sent: object, key?: string) => person.post(`${path}/import`, sent, key)

/** Looked at, and accepted as seen. */
export async function accept(person: Person, sent: ReturnType<typeof file>, more: object = {}, key?: string) {
  const { body } = await preview(person, sent)
  return take(person, { ...sent, seen: body.seen, ...more }, key)
}

/** People screened at north, each without the blood of day 0, which is a visit two days after the first. */
export async function peopleAtDayZero(trial: TestTrial, count: number): Promise<readonly string[]> {
  const codes: string[] = []
  for (let number = 0; number < count; number += 1) codes.push(await screened(trial))
  return codes
}

export const values = async (trial: TestTrial, code: string, encounter = 'screening') => {
  const { body } = await (await trial.as('nurse', 'north')).get(participant(code, `/forms/${encounter}/blood`))
  return body as {
    readonly version: number
    readonly items: readonly {
      readonly item: string
      readonly shown?: { readonly en: string }
      readonly history: readonly object[]
    }[]
  }
}

export { fill, firstDay, participant }
