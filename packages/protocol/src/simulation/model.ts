import type { AbsenceReason, Censored, LaboratoryRange } from '../value/entry.ts'
import type { Text } from '../text.ts'
import type { ItemModel } from './distribution.ts'
import type { Draws } from './draws.ts'

/*
 * What a study says of its virtual participants. Without any of it, every item is answered from its own type and range.
 */

/** An answer before it is typed: a number in the item's unit or another, a code, a date, rows; or why there is none. */
export type VirtualAnswer =
  | number
  | string
  | Censored
  | { readonly value: number; readonly unit: string }
  | { readonly absent: AbsenceReason }
  | readonly VirtualRow[]
export type VirtualRow = Readonly<Record<string, VirtualAnswer>>
export type VirtualAnswers = Readonly<Record<string, VirtualAnswer | undefined>>

/** When and where a person answers. */
export interface Moment {
  readonly encounter: string
  /** Local calendar day, `2026-11-22`. */
  readonly day: string
  /** Days since the first infusion; undefined before it. */
  readonly since?: number
  /** Infusions given so far. */
  readonly infusions: number
  /** How often the person has come to this encounter before and was sent home, as with a fever. */
  readonly returns: number
  /** What became of this encounter's infusion, once it is known. */
  readonly given?: 'full' | 'partly' | 'notGiven'
  /** What the body was given. The simulator alone knows; no part of the answers may tell it but by its effect. */
  readonly arm?: string
}

export interface VirtualReaction {
  readonly grade: 1 | 2 | 3 | 4
  readonly signs: string
  readonly action: string
}

/** A person whose truth unfolds. Everything is drawn from the person's own streams, so that a question asked twice has one answer. */
export interface VirtualPerson {
  /** Answers to a form; an item not named is answered from its model. */
  answers(form: string, at: Moment): VirtualAnswers
  /** Which laboratory analyses the samples. */
  readonly laboratory: string
  /** Days from the planned day on which the person comes. */
  daysOff(encounter: string): number
  /** Why the person never comes to the encounter. */
  misses(encounter: string): string | undefined
  /** Leaves so many days after the first infusion. */
  readonly leaves?: { readonly after: number; readonly scope: 'treatment' | 'everything'; readonly reason: string }
  reaction(at: Moment): VirtualReaction | undefined
  /** In words, for whoever looks at one person. */
  readonly story: string
}

/** A value the model rests on; one without a source is assumed. */
export interface ModelValue {
  readonly title: Text
  readonly value: string
  readonly source?: string
  readonly why?: string
}

/** A world the trial may meet: how the arms differ in effect. */
export interface Scenario {
  readonly title: Text
  /** Added to the primary measure at its encounter in this arm, against no effect; in the measure's unit. */
  readonly effect: Readonly<Record<string, number>>
  /** Standard deviation of a person's own change of the primary measure, where the scenario sets it. */
  readonly sdOfChange?: number
}

export interface SimulationModel {
  readonly values: readonly ModelValue[]
  readonly recruitment: {
    /** People screened in a month over all sites. */
    readonly perMonth: number
    /** How they spread over the sites; a site that is not named recruits nobody. */
    readonly sites: Readonly<Record<string, number>>
  }
  readonly scenarios: Readonly<Record<string, Scenario>>
  /** Items by `form.item`, or `form.item.column` in repeating groups. */
  readonly items: Readonly<Record<string, ItemModel>>
  readonly person: (draws: Draws, of: { readonly scenario: Scenario; readonly arrives: string }) => VirtualPerson
  /** Forms of the first contact of screening; the rest is answered some days later, when results are there. */
  readonly firstContact: readonly string[]
  /** Forms told after an infusion only, such as how it was borne. */
  readonly afterInfusion: readonly string[]
  /** Forms asked again of somebody who was sent home and comes back. */
  readonly atReturn: readonly string[]
  /** Forms of a log that are told of anew at each encounter, such as events; the others are told once. */
  readonly retold?: readonly string[]
  /** The version of the consent signed on a day. */
  readonly consent: (day: string) => string
  readonly ranges: readonly LaboratoryRange[]
  /**
   * Of this share of people the visits are signed after the second infusion, and these forms compared with the source; of those,
   * this share is asked about one of them. At the end everybody is reviewed, as the study's plan has it.
   */
  readonly reviewed?: { readonly share: number; readonly forms: readonly string[]; readonly asked?: number }
  /** After this share of reactions that end an infusion the code is broken, for the care of the person. */
  readonly codeBreaks?: { readonly share: number; readonly note: string }
  /** Results that only unblinded roles know, by form; recorded after the visits that ask for it. */
  readonly unblindedForms?: readonly string[]
  /** What arrives of a product: vials in a usual box, and days until it expires. */
  readonly deliveries?: Readonly<
    Record<string, { readonly brand: string; readonly box: number; readonly shelfLife: number }>
  >
}
