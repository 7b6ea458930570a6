import type { AdministeredPerson } from '../../api/peopleTypes.ts'
import type { Tone } from '../../elements/Chip.tsx'
import type { MessageKey } from '../../language/messages/index.ts'

/** What most needs saying about an account. */
export function stateOf(person: AdministeredPerson): { readonly tone: Tone; readonly key: MessageKey } {
  if (person.disabledAt !== null) return { tone: 'neutral', key: 'people.ended' }
  if (!person.activated)
    return person.invitedUntil === null
      ? { tone: 'warn', key: 'people.notInvited' }
      : { tone: 'warn', key: 'people.waiting' }
  if (person.dormant) return { tone: 'warn', key: 'people.dormant' }
  if (!person.maySign) return { tone: 'info', key: 'people.noIdentity' }
  return { tone: 'good', key: 'people.active' }
}

/** Roles in force or to come; an account that is ended holds none. */
export const heldBy = ({ grants, disabledAt }: AdministeredPerson) =>
  disabledAt === null ? grants.filter(({ state }) => state !== 'ended') : []

/** Everybody, those who need attention first: roles to review, then accounts unused or not opened, then by name. */
export function inOrder(people: readonly AdministeredPerson[], text: string): readonly AdministeredPerson[] {
  const wanted = text.trim().toLowerCase()
  const rank = (person: AdministeredPerson) =>
    person.disabledAt !== null ? 3 : person.grants.some(({ reviewDue }) => reviewDue) ? 0 : person.dormant ? 1 : 2
  return people
    .filter(({ login, printedName }) => `${login} ${printedName}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a) - rank(b) || a.printedName.localeCompare(b.printedName, 'nb'))
}
