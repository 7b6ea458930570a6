import type { Anchor } from '../expression/nodes.ts'
import type { Text } from '../text.ts'
import type { ApprovalDefinition } from './approvals.ts'
import type { Duty, TrainingDefinition } from './delegation.ts'
import type { Assumption, assumptionsOf } from './assumptions.ts'
import type { Checks } from './checks.ts'
import type { EligibilityDefinition, Rules } from './criteria.ts'
import type { DerivedHandle } from './derived.ts'
import type { AnyForm } from './form.ts'
import type { CodedHandle, DateHandle, NumberHandle } from './handles.ts'
import type { Condition } from './item.ts'
import type { Quantity } from './quantity.ts'

export interface SiteDefinition {
  readonly title: Text
  /** Participants the site means to randomise. */
  readonly target: number
  /** IANA time zone; visit windows are counted in the site's calendar days. */
  readonly timeZone: string
}

/** What the unblinded pharmacist prepares for one infusion; every part may differ by arm and stays unblinded. */
export interface PreparationDefinition {
  readonly dose: NumberHandle<'mg'>
  readonly vials: NumberHandle<'{vial}'>
  readonly concentrate: NumberHandle<'mL'>
}

export interface ArmDefinition {
  readonly type: 'experimental' | 'activeComparator' | 'placeboComparator' | 'noIntervention'
  readonly title: Text
  readonly description: Text
  readonly product: Text
  /** Absent where nothing is dissolved: the masked bag holds the carrier alone. */
  readonly preparation?: PreparationDefinition
}

export interface InfusionDefinition {
  /** The weight the dose is computed from. */
  readonly weight: NumberHandle<'kg'>
  /** Total volume of the masked bag, equal in every arm. */
  readonly bagVolume: Quantity<'mL'>
  readonly duration: Quantity<'min'>
  readonly observation: Quantity<'min'>
  /** Least time between two infusions. */
  readonly leastInterval: Quantity<'d'>
  /** CTCAE grade of a reaction from which treatment stops for good. */
  readonly stopGrade: number
  /** Forms of its visit that tell how it went: they say nothing of whether it might be given. */
  readonly toldBy?: readonly AnyForm[]
}

/** A product of which every site keeps vials, booked one by one from delivery to destruction. */
export interface StockedProduct<Arm extends string = string> {
  readonly title: Text
  /** Arms whose infusions are prepared from it. */
  readonly arms: readonly Arm[]
  /** Between these it is stored. */
  readonly lowest: Quantity<'Cel'>
  readonly highest: Quantity<'Cel'>
}

/** Kept by the unblinded pharmacy alone: what is in stock and what is ordered tells who is given what. */
export interface SupplyDefinition<Arm extends string = string> {
  readonly products: Readonly<Record<string, StockedProduct<Arm>>>
  /** A site's stock is to last for so long: from an order until its vials may be used, and some days to spare. */
  readonly horizon: Quantity<'d'>
  /** Vials a site keeps beyond what its participants are going to need. */
  readonly reserve: Quantity<'{vial}'>
}

/** Something arms are to be alike in: sites, the trial as a whole, or levels of which exactly one holds for each participant. */
export type MinimisationFactor = {
  readonly title: Text
  /** How much its balance counts beside the others'; a whole number from 1. */
  readonly weight: number
} & (
  | { readonly by: 'site' | 'trial' }
  /** Decided from stored values when a participant is randomised; who has none, or two, is not randomised. */
  | { readonly levels: Readonly<Record<string, { readonly title: Text; readonly holds: Condition }>> }
)

/** Which values a monitor compares with their source. */
export interface VerificationDefinition<Site extends string = string> {
  /** For every participant: whole forms, or items of one. What the outcome, inclusion or a person's safety rests on. */
  readonly critical: readonly (AnyForm | { readonly form: AnyForm; readonly items: readonly string[] })[]
  /** Share of the participants, 0 to 1, of whom every value is compared; more where a site's risk asks for it. */
  readonly sample: { readonly share: number; readonly sites?: Readonly<Partial<Record<Site, number>>> }
}

export type RandomisationDefinition<Arm extends string> = {
  readonly ratio: Readonly<Record<Arm, number>>
  /** Strata are computed from these, never typed. */
  readonly stratifyBy: readonly 'site'[]
  /** Slots drawn for each stratum before the study opens. */
  readonly slotsPerStratum: number
} & (
  | { readonly method: 'simple' }
  /** Sizes drawn from with equal chance, each holding the ratio exactly. */
  | { readonly method: 'permutedBlocks'; readonly blocks: readonly number[] }
  /** Soares and Wu 1983, two arms in equal ratio: the most by which one may be ahead of the other. */
  | { readonly method: 'bigStick'; readonly tolerance: number }
  /** Efron 1971, two arms in equal ratio: the probability of the arm behind, as a fraction: [2, 3]. */
  | { readonly method: 'biasedCoin'; readonly probability: readonly [times: number, of: number] }
  /**
   * Pocock and Simon 1975: the arm that leaves the factors' levels best balanced is the likeliest, with the probability given
   * as a fraction. Numbers are drawn for `slotsPerStratum` participants; there are no strata beside the factors.
   */
  | {
      readonly method: 'minimisation'
      readonly factors: Readonly<Record<string, MinimisationFactor>>
      readonly measure: 'range' | 'variance'
      readonly probability: readonly [times: number, of: number]
    }
)

export interface ProcedureDefinition<FormId extends string> {
  readonly title: Text
  readonly forms: readonly AnyForm<FormId>[]
  /** Whom it concerns; for others it is not due. */
  readonly appliesTo?: Condition
}

export interface EncounterDefinition<Epoch extends string, Procedure extends string> {
  readonly title: Text
  /** A short name for narrow columns: `D14`. */
  readonly short: Text
  readonly epoch: Epoch
  readonly contact: 'visit' | 'phone' | 'home' | 'imaging'
  readonly anchor: Anchor
  readonly at: Quantity<'d'> | Quantity<'mo'>
  readonly window: { readonly early: Quantity<'d'>; readonly late: Quantity<'d'> }
  readonly procedures: readonly Procedure[]
  /** An infusion is given; the first one that is starts the study days. */
  readonly administers?: boolean
  readonly appliesTo?: Condition
}

/**
 * What is kept of a participant from consent to the end, in rows added whenever something is told: medication, medical
 * history, adverse events. Rules read its rows as they stand on the day asked about.
 */
export interface LogDefinition<FormId extends string> {
  readonly title: Text
  readonly short: Text
  readonly forms: readonly AnyForm<FormId>[]
}

/** Visits beside the plan: any number, each with its day and reason. `Unscheduled visit`, `X` become `Unscheduled visit 2`, `X2`. */
export interface UnscheduledDefinition<FormId extends string> {
  readonly title: Text
  readonly short: Text
  /** The forms that may be chosen there. */
  readonly forms: readonly AnyForm<FormId>[]
}

export interface ConsentVersionDefinition {
  readonly title: Text
  /** First day it may be signed, `2018-12-01`. */
  readonly from: string
}

export interface OutcomeDefinition<Encounter extends string> {
  readonly title: Text
  readonly measure: NumberHandle
  readonly encounter: Encounter
}

export interface StudyDefinition<
  Arm extends string = string,
  Site extends string = string,
  Epoch extends string = string,
  Procedure extends string = string,
  Encounter extends string = string,
  FormId extends string = string,
> {
  readonly id: string
  readonly version: string
  readonly title: Text
  readonly summary: Text
  readonly registry: {
    readonly id: string
    readonly name: string
    readonly sponsor: string
    readonly phase: string
    readonly condition: Text
  }
  /** Participants the trial means to randomise. */
  readonly target: number
  readonly arms: Readonly<Record<Arm, ArmDefinition>>
  readonly sites: Readonly<Record<Site, SiteDefinition>>
  /** What a site needs before it may include participants; `usualApprovals` where it is left out. */
  readonly approvals?: Readonly<Record<string, ApprovalDefinition>>
  /** Duties the delegation log holds; all of `usualDuties` where it is left out. */
  readonly duties?: readonly Duty[]
  /** What a site’s people learn before they act; `usualTraining` where it is left out. */
  readonly training?: Readonly<Record<string, TrainingDefinition>>
  /** What becomes of a participant's study treatment once the code is broken: it stops for good, or goes on until somebody stops it. */
  readonly codeBreak: { readonly treatment: 'stop' | 'continue' }
  /** Who must not know the arm. */
  readonly masking: readonly ('participant' | 'careProvider' | 'investigator' | 'outcomeAssessor' | 'statistician')[]
  readonly randomisation: RandomisationDefinition<NoInfer<Arm>>
  readonly infusion: InfusionDefinition
  /** Absent where the pharmacy keeps its stock elsewhere: then a preparation names its batch and that is all. */
  readonly supply?: SupplyDefinition<NoInfer<Arm>>
  /** Absent: monitors compare what they choose. */
  readonly verification?: VerificationDefinition<NoInfer<Site>>
  readonly consent: Readonly<Record<string, ConsentVersionDefinition>>
  readonly epochs: Readonly<Record<Epoch, { readonly title: Text }>>
  readonly forms: readonly AnyForm<FormId>[]
  readonly derived: readonly DerivedHandle[]
  readonly eligibility: EligibilityDefinition
  /** What laboratories' limits depend on. */
  readonly person: { readonly birthDate: DateHandle; readonly sex: CodedHandle<'female' | 'male'> }
  /** Must hold before randomisation and again on day 0, beside eligibility: the clocks. */
  readonly requirements: Rules
  /** While one holds, no infusion is started. */
  readonly holds: Rules
  /** When one holds, treatment stops for good; follow-up goes on. */
  readonly stops: Rules
  /** Departures from the protocol, asked of every visit from randomisation on as of its day. */
  readonly deviations?: Rules
  /** Forms that must be filled in at a visit that asks for them; one left open is a deviation. */
  readonly required?: readonly AnyForm<NoInfer<FormId>>[]
  /** What values are expected to agree on. */
  readonly checks?: Checks
  /** Criteria whose data are asked about again before every infusion. */
  readonly continuing: readonly string[]
  readonly procedures: Readonly<Record<Procedure, ProcedureDefinition<NoInfer<FormId>>>>
  readonly encounters: Readonly<Record<Encounter, EncounterDefinition<NoInfer<Epoch>, NoInfer<Procedure>>>>
  /** By id, which must be none of an encounter. */
  readonly logs?: Readonly<Record<string, LogDefinition<NoInfer<FormId>>>>
  readonly unscheduled?: UnscheduledDefinition<NoInfer<FormId>>
  readonly outcomes: {
    readonly primary: OutcomeDefinition<NoInfer<Encounter>>
    readonly secondary: readonly OutcomeDefinition<NoInfer<Encounter>>[]
  }
  readonly assumptions: { readonly [assumptionsOf]: Readonly<Record<string, Assumption>> }
}

/** The whole protocol, once. Names used twice are checked where they are used a second time. */
export const defineStudy = <
  const Arm extends string,
  const Site extends string,
  const Epoch extends string,
  const Procedure extends string,
  const Encounter extends string,
  const FormId extends string,
>(
  study: StudyDefinition<Arm, Site, Epoch, Procedure, Encounter, FormId>,
): StudyDefinition<Arm, Site, Epoch, Procedure, Encounter, FormId> => study
