import type { Text } from '@trialwright/protocol'
import type { Deviation } from '../deviations/types.ts'
import type { Asking } from '../participant/asking.ts'
import type { ScheduledEncounter } from '../participant/types.ts'
import { audienceOf } from '../queries/audience.ts'
import { standingOf } from '../signatures/standing.ts'
import { formProgress } from '../verification/progress.ts'
import { covers, type Extent } from './extent.ts'

/*
 * What is still open in a participant's data, counted line by line: the checklist before a lock. Each process contributes a
 * line; a line says its name in both languages, and how many things of it there are within an extent.
 */

interface Of extends Pick<Asking, 'study' | 'state'> {
  /** Departures that count on the day. */
  readonly deviations: readonly Deviation[]
}

interface Line {
  readonly title: Text
  readonly count: (of: Of, encounters: readonly ScheduledEncounter[], extent: Extent) => number
}

const isOver = ({ state }: ScheduledEncounter): boolean => state === 'done' || state === 'missed'
const number = (conditions: readonly boolean[]): number => conditions.filter(Boolean).length

const lines = {
  openVisits: {
    title: {
      en: 'Visits that have neither taken place nor been missed',
      nb: 'Besøk som verken har funnet sted eller uteblitt',
    },
    count: (_, encounters) => number(encounters.map((each) => !isOver(each))),
  },
  missingForms: {
    title: { en: 'Forms with something missing', nb: 'Skjemaer der noe mangler' },
    count: (_, encounters, { encounter, form }) =>
      encounters
        .filter(isOver)
        .flatMap(({ id, formsMissing }) => (covers({ encounter }, { encounter: id }) ? formsMissing : []))
        .filter((missing) => form === undefined || missing.form === form).length,
  },
  openQueries: {
    title: { en: 'Queries not closed', nb: 'Spørsmål som ikke er lukket' },
    // The lines are read at the sites, too, so a query on a masked value is left to the list of queries.
    count: ({ study, state }, _, extent) =>
      number(
        Object.values(state.queries).map(
          ({ status, place }) =>
            status !== 'closed' && covers(extent, place) && audienceOf(study, place).startsWith('open'),
        ),
      ),
  },
  unjudgedDeviations: {
    title: { en: 'Deviations not judged', nb: 'Avvik som ikke er vurdert' },
    count: ({ state, deviations }, _, { encounter, form }) =>
      form !== undefined
        ? 0
        : number(
            deviations.map(
              ({ key, encounter: at }) =>
                !Object.hasOwn(state.deviations, key) && (encounter === undefined || encounter === at),
            ),
          ),
  },
  unsignedVisits: {
    title: { en: 'Visits without the investigator’s signature', nb: 'Besøk uten utprøverens signatur' },
    count: (_, encounters, { form }) =>
      form === undefined ? number(encounters.map((each) => isOver(each) && each.signed === 'unsigned')) : 0,
  },
  voidSignatures: {
    title: { en: 'Signatures that no longer stand', nb: 'Signaturer som ikke lenger gjelder' },
    count: ({ study, state }, encounters, { encounter, form }) => {
      if (form !== undefined) return 0
      const casebook = encounter === undefined && standingOf(study, state) === 'void'
      return number([casebook, ...encounters.map(({ signed }) => signed === 'void')])
    },
  },
  unverified: {
    title: { en: 'Critical values not verified as they are', nb: 'Kritiske verdier ikke verifisert slik de er' },
    count({ study, state }, encounters, { form }) {
      const concerned = new Set(encounters.map(({ id }) => id))
      return Object.values(state.forms)
        .filter((each) => concerned.has(each.encounter) && (form ?? each.form) === each.form)
        .map((each) => formProgress(study, state, each).critical)
        .reduce((sum, { planned, verified }) => sum + planned - verified, 0)
    },
  },
  actsNotCovered: {
    title: {
      en: 'Acts without delegation or training that nobody has explained',
      nb: 'Handlinger uten delegering eller opplæring som ingen har forklart',
    },
    // Of the site, not of a participant: added where sites are counted.
    count: () => 0,
  },
  unsignedCasebook: {
    title: { en: 'Casebooks without the investigator’s signature', nb: 'Deltakermapper uten utprøverens signatur' },
    count: ({ study, state }, _, { encounter }) =>
      number([encounter === undefined && standingOf(study, state) === 'unsigned']),
  },
} as const satisfies Readonly<Record<string, Line>>

export type LineId = keyof typeof lines

export const lineIds = Object.keys(lines) as readonly LineId[]

/** How many things of one kind are open. */
export interface OpenLine {
  readonly line: LineId
  readonly count: number
}

export const lineTitle = (line: LineId): Text => lines[line].title

/** Every line of the checklist for an extent of a participant's data, those with nothing open too. */
export function openIn(of: Of, encounters: readonly ScheduledEncounter[], extent: Extent = {}): readonly OpenLine[] {
  const concerned = encounters.filter(
    ({ id, state }) =>
      state !== 'notApplicable' &&
      covers(extent.encounter === undefined ? {} : { encounter: extent.encounter }, { encounter: id }),
  )
  return lineIds.map((line) => ({ line, count: (lines[line] as Line).count(of, concerned, extent) }))
}

/** The lines of several participants as one. */
export function together(all: readonly (readonly OpenLine[])[]): readonly OpenLine[] {
  const counts = new Map<LineId, number>()
  for (const open of all) for (const { line, count } of open) counts.set(line, (counts.get(line) ?? 0) + count)
  return lineIds.map((line) => ({ line, count: counts.get(line) ?? 0 }))
}

export const stillOpen = (open: readonly OpenLine[]): readonly OpenLine[] => open.filter(({ count }) => count > 0)

/** The lines that are open with one of them counted anew, in the checklist's order. */
export function withLine(open: readonly OpenLine[], line: LineId, count: number): readonly OpenLine[] {
  const countOf = new Map([...open.map((each) => [each.line, each.count] as const), [line, count]])
  return stillOpen(lineIds.map((each) => ({ line: each, count: countOf.get(each) ?? 0 })))
}

/** “Forms with something missing: 3; …”, for a refusal. */
export const sayOpen = (open: readonly OpenLine[]): Text => {
  const say = (language: 'en' | 'nb') =>
    open.map(({ line, count }) => `${lines[line].title[language]}: ${count}`).join('; ')
  return { en: say('en'), nb: say('nb') }
}
