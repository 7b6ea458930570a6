import { type AppendEntry, type AppendResult, derived } from './entry.ts'

/** A command to be sent, with the one it was decided on, and what became of it once that is known. */
export type Sending = Sent & { readonly entry: AppendEntry }

/** `rejected` for a mistake of the program. */
export type Sent = {
  before: Sent | undefined
  outcome: AppendResult['result'] | 'rejected' | undefined
}

/**
 * What goes to the database in one call, in order: each with its place, counted from one, of the command it was decided on, where
 * that one goes with it. Adrift is what was decided on a command that was not appended. A document that a later
 * command of the chain brings anew is left out of the earlier: the database appends all of a chain, or nothing of the call.
 */
export function group<One extends Sending>(
  together: readonly One[],
): {
  readonly sent: readonly { readonly waiting: One; readonly row: () => object }[]
  readonly adrift: readonly One[]
} {
  const places = new Map<Sent, number>()
  const adrift: One[] = []
  const sent: One[] = []
  for (const each of together) {
    const { before } = each
    if (before === undefined || places.has(before) || before.outcome === 'appended') places.set(each, sent.push(each))
    else adrift.push(each)
  }
  const broughtLater = documentsOfFollowers(sent)
  return {
    adrift,
    sent: sent.map((waiting) => ({ waiting, row: () => rowOf(waiting, places, broughtLater.get(waiting)) })),
  }
}

/** Of every command, the documents that commands decided on it bring. */
function documentsOfFollowers(sent: readonly Sending[]): ReadonlyMap<Sent, ReadonlySet<string>> {
  const later = new Map<Sent, Set<string>>()
  for (const each of sent.toReversed())
    if (each.before) {
      const names = later.get(each.before) ?? new Set()
      for (const name of [...(later.get(each) ?? []), ...(each.entry.readModels ?? []).map(nameOf)]) names.add(name)
      later.set(each.before, names)
    }
  return later
}

function rowOf(
  { entry, before }: Sending,
  places: ReadonlyMap<Sent, number>,
  broughtLater: ReadonlySet<string> | undefined,
): object {
  const after = before && places.get(before)
  const documents = (entry.readModels ?? []).filter((each) => !broughtLater?.has(nameOf(each)))
  return { ...entry, readModels: derived(documents), ...(after !== undefined && { after }) }
}

const nameOf = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `${kind} ${key}`
