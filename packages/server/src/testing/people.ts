import type { Answer, Person, TestTrial } from './trial.ts'
import { study } from './trial.ts'

export const passphrase = 'grønne elger spiser lunsj'

export const refusalsOf = ({ status, body }: Pick<Answer, 'status' | 'body'>): readonly (number | string)[] => [
  status,
  ...(body.refusals ?? []).map(({ code }: { code: string }) => code),
]

/** People of a trial, made by its administrator. */
export function peopleOf(trial: TestTrial, administrator: Person) {
  let number = 0
  const as = (command: string, body: object, who = administrator, key?: string) =>
    who.post(`${study}/people/${command}`, body, key)
  const newPerson = async () => {
    number += 1
    const login = `person${number}`
    const printedName = `Person Number${number}`
    const { body } = await as('create', { login, printedName, locale: 'nb' })
    return { login, printedName, person: body.person as string }
  }
  const linkFor = async (person: string) => ((await as('invite', { person })).body.link as string).split('#')[1] ?? ''
  const signedInWith = async (url: string, payload: object) => {
    const answer = await trial.server.inject({ method: 'POST', url, payload })
    const token = answer.cookies.find(({ name }) => name === 'trialwright-session')?.value
    return { status: answer.statusCode, body: answer.json(), who: trial.with(token ?? '') }
  }
  return {
    as,
    newPerson,
    linkFor,
    signedInWith,
    /** Made, invited and at the screen. */
    async activated() {
      const made = await newPerson()
      const { who } = await signedInWith('/api/invitation/use', { token: await linkFor(made.person), next: passphrase })
      return { ...made, who }
    },
    personOf: async (person: string) =>
      (await administrator.get(`${study}/people`)).body.people.find(
        (one: { accountId: string }) => one.accountId === person,
      ),
  }
}
