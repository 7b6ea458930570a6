import type { CompiledStudy, Text } from '@trialwright/protocol'
import { noteReading, readReadings } from '@trialwright/records'
import { canonicalText } from './canonical.ts'
import { namesOf } from './printed-names.ts'
import type { Reply, Route, StudyCall } from './routes/route.ts'

/**
 * Whether an answer of this route is a reading of unblinded data: every one of the unblinded side that is no command, which
 * leaves events of its own. A new route of that side is recorded without a word of its own, and a test wants its name.
 */
export const isReading = ({ door, command }: Route): boolean => door === 'unblinded' && command === undefined

/** Records who was told what, before the answer leaves: what cannot be recorded is not told (EMA-08). */
export async function recordReading(route: Route, call: StudyCall, reply: Reply): Promise<void> {
  if (!isReading(route) || reply.status >= 300 || route.tells?.(reply.body) === false) return
  const { ports, token, study, actor, params } = call
  const { study: _, code: _code, ...at } = params as Readonly<Record<string, string>>
  await noteReading(ports.pools.unblinded, {
    token,
    studyId: study.id,
    role: actor.role,
    site: actor.site ?? null,
    event: canonicalText({
      type: 'UnblindedDataRead',
      page: route.id,
      participants: codesIn([params, reply.body]),
      ...(Object.keys(at).length > 0 && { at }),
    }),
  })
}

/** Codes of participants anywhere in an answer, each once, in order. */
function codesIn(answer: unknown): readonly string[] {
  const found = new Set<string>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each)
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) {
        if ((name === 'code' || name === 'participant') && typeof member === 'string' && isCode.test(member))
          found.add(member)
        else look(member)
      }
  }
  look(answer)
  return [...found].toSorted()
}

const isCode = /^[A-Z]{2,8}-[0-9]{3,6}$/

export const readingsLength = 50

/** A page of the readings, newest first. */
export async function readingsPage({ ports, study, token }: StudyCall, before: string | undefined) {
  const events = await readReadings(ports.pools.unblinded, {
    token,
    studyId: study.id,
    before: before === undefined ? undefined : Number(before),
    limit: readingsLength + 1,
  })
  const names = await namesOf(ports)
  const rows = events.slice(0, readingsLength).map((event) => {
    const { page, participants, at } = event as unknown as {
      readonly page: string
      readonly participants: readonly string[]
      readonly at?: Readonly<Record<string, string>>
    }
    return {
      number: event.version,
      at: event.recordedAt,
      by: { account: event.actor, name: names.get(event.actor) ?? '', role: event.role },
      page,
      what: pages[page] ?? { en: page, nb: page },
      participants,
      where: whereOf(study.compiled, at ?? {}),
    }
  })
  return { rows, ...(events.length > readingsLength && { next: rows.at(-1)?.number }) }
}

/** Site, visit and form of the address by their titles; what has none, as it stood there. */
function whereOf({ sites, encounters, forms }: CompiledStudy, at: Readonly<Record<string, string>>): Text {
  const titled = new Map<string, readonly { readonly id: string; readonly title: Text }[]>(
    Object.entries({ site: sites, encounter: encounters, form: forms }),
  )
  const named = (language: keyof Text) =>
    Object.entries(at)
      .map(([name, id]) => titled.get(name)?.find((one) => one.id === id)?.title[language] ?? id)
      .join(' · ')
  return { en: named('en'), nb: named('nb') }
}

/** What a page is called in the list of readings. */
export const pages: Readonly<Record<string, Text>> = {
  pharmacy: { en: 'Pharmacy’s list', nb: 'Apotekets liste' },
  preparation: { en: 'Preparation of an infusion', nb: 'Tilberedning av en infusjon' },
  stock: { en: 'Stock of a site', nb: 'Lager ved et senter' },
  forecast: { en: 'What a site is going to need', nb: 'Hva et senter kommer til å trenge' },
  unblindedResults: { en: 'List of unblinded results', nb: 'Liste over avblindede resultater' },
  unblindedForm: { en: 'Unblinded results of a participant', nb: 'Avblindede resultater for en deltaker' },
  envelopes: { en: 'Envelopes of the sites', nb: 'Sentrenes konvolutter' },
  drawEnvelopeSecret: { en: 'Secret of a site’s envelopes', nb: 'Hemmeligheten til et senters konvolutter' },
  makeEnvelopes: { en: 'File of a site’s envelopes', nb: 'Fil med et senters konvolutter' },
  randomisationList: {
    en: 'How much of the randomisation list is taken',
    nb: 'Hvor mye av randomiseringslisten som er brukt',
  },
  previewRandomisationList: {
    en: 'Preview of a list made elsewhere',
    nb: 'Forhåndsvisning av en liste laget et annet sted',
  },
  randomisationReport: { en: 'Report on the randomisation', nb: 'Rapport om randomiseringen' },
  unblindedReadings: { en: 'This list of readings', nb: 'Denne listen over lesinger' },
}
