import type { BlindingClass, Burden } from './define/item.ts'
import type { CodedItem, ConditionNode, DateItem, NumberNode, Anchor, Occurrence } from './expression/nodes.ts'
import type { Text } from './text.ts'

/*
 * A compiled study: plain JSON, complete without its source, hashed in canonical form. Everything that runs a trial
 * reads this and nothing else.
 */

export interface CompiledItem {
  readonly id: string
  readonly type: 'number' | 'laboratory' | 'coded' | 'yesNo' | 'date' | 'time' | 'text' | 'repeat'
  readonly question: Text
  readonly label: Text
  readonly help?: Text
  readonly selfCheck?: Text
  readonly blinding: BlindingClass
  readonly optional: boolean
  readonly burden: Burden
  readonly appliesTo?: ConditionNode
  /** Numbers: the unit values are compared in. */
  readonly unit?: string
  /** Numbers: every unit a value may be reported in, `value × factor + offset` being the value in `unit`. */
  readonly units?: Readonly<Record<string, { readonly factor: number; readonly offset: number }>>
  /** Numbers: the other units its author allows; `units` has those of them that convert. */
  readonly alsoIn?: readonly string[]
  readonly range?: readonly [number, number]
  readonly plausible?: readonly [number, number]
  readonly decimals?: number
  readonly codes?: Readonly<Record<string, Text>>
  /** The codes as the author ordered them, which canonical JSON does not keep in `codes`. */
  readonly codeOrder?: readonly string[]
  readonly partial?: boolean
  readonly future?: boolean
  readonly length?: number
  /** Texts: codes of this classification. */
  readonly classification?: 'atc'
  readonly suggestions?: Readonly<Record<string, Text>>
  /** Repeats: the columns, in order. */
  readonly columns?: readonly CompiledItem[]
  readonly rowFor?: string
}

export interface CompiledForm {
  readonly id: string
  readonly title: Text
  readonly filledBy: 'site' | 'participant' | 'reader' | 'investigator'
  readonly burden: Burden
  readonly help?: Text
  readonly laboratory: boolean
  readonly licensed?: { readonly holder: string; readonly instrument: string }
  readonly items: readonly CompiledItem[]
}

export interface CompiledCriterion {
  readonly id: string
  readonly type: 'inclusion' | 'exclusion'
  readonly text: Text
  readonly holds: ConditionNode
  readonly appliesTo?: ConditionNode
  readonly reading?: Text
  readonly judgement: boolean
  readonly assumes: readonly string[]
}

export interface CompiledRule {
  readonly id: string
  readonly text: Text
  readonly holds: ConditionNode
  readonly appliesTo?: ConditionNode
  readonly reading?: Text
  readonly remedy: Text
  readonly assumes: readonly string[]
}

/** A place a check is about; with `group`, a column of the row at hand. */
export interface CheckedItem {
  readonly form: string
  readonly item: string
  readonly at: Occurrence
  readonly group?: string
}

export interface CompiledCheck {
  readonly id: string
  readonly text: Text
  readonly expects: ConditionNode
  readonly appliesTo?: ConditionNode
  /** The first is the one asked about. */
  readonly about: readonly CheckedItem[]
  readonly strictness: 'hard' | 'soft'
  /** Asked of each row of this group by itself. */
  readonly rows?: { readonly form: string; readonly group: string; readonly at: Occurrence }
  readonly reading?: Text
  readonly assumes: readonly string[]
}

export interface CompiledEncounter {
  readonly id: string
  readonly title: Text
  readonly short: Text
  readonly epoch: string
  readonly contact: 'visit' | 'phone' | 'home' | 'imaging' | 'log' | 'unscheduled'
  readonly anchor: Anchor
  readonly at: { readonly value: number; readonly unit: 'd' | 'mo' }
  /** Days before and after the planned day. */
  readonly window: { readonly early: number; readonly late: number }
  readonly procedures: readonly string[]
  /** The forms of its procedures, each once, in order. */
  readonly forms: readonly string[]
  readonly administers: boolean
  readonly appliesTo?: ConditionNode
}

export interface CompiledArm {
  readonly id: string
  readonly type: 'experimental' | 'activeComparator' | 'placeboComparator' | 'noIntervention'
  readonly title: Text
  readonly description: Text
  readonly product: Text
  readonly preparation?: { readonly dose: NumberNode; readonly vials: NumberNode; readonly concentrate: NumberNode }
}

export interface CompiledProduct {
  readonly id: string
  readonly title: Text
  readonly arms: readonly string[]
  /** °C */
  readonly lowest: number
  readonly highest: number
}

export interface CompiledSupply {
  readonly products: readonly CompiledProduct[]
  /** days */
  readonly horizon: number
  /** vials */
  readonly reserve: number
}

export interface CompiledFactor {
  readonly id: string
  readonly title: Text
  readonly weight: number
  readonly by: 'site' | 'trial' | 'levels'
  /** Of a factor by sites, the sites; of the trial as a whole, one level. */
  readonly levels: readonly { readonly id: string; readonly title: Text; readonly holds?: ConditionNode }[]
}

export interface CompiledStudy {
  /** Version of this JSON's own shape. */
  readonly schema: 1
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
  readonly target: number
  readonly arms: readonly CompiledArm[]
  readonly sites: readonly {
    readonly id: string
    readonly title: Text
    readonly target: number
    readonly timeZone: string
  }[]
  /** What a site needs before it may include; absent in definitions compiled before there was such a list. */
  readonly approvals?: readonly { readonly id: string; readonly title: Text; readonly eachVersion: boolean }[]
  /** What an investigator delegates, and what is learned before acting; absent as approvals are. */
  readonly duties?: readonly { readonly id: string; readonly title: Text }[]
  readonly training?: readonly { readonly id: string; readonly title: Text; readonly eachVersion: boolean }[]
  readonly masking: readonly string[]
  readonly codeBreak: { readonly treatment: 'stop' | 'continue' }
  readonly randomisation: {
    readonly method: 'simple' | 'permutedBlocks' | 'bigStick' | 'biasedCoin' | 'minimisation'
    readonly ratio: Readonly<Record<string, number>>
    readonly blocks: readonly number[]
    readonly stratifyBy: readonly 'site'[]
    readonly slotsPerStratum: number
    /** Big stick: maximum tolerated imbalance. */
    readonly tolerance?: number
    /** Biased coin: probability of the arm behind; minimisation: of the preferred arm; as a fraction. */
    readonly probability?: readonly [times: number, of: number]
    /** Minimisation: what arms are to be alike in, and how unlikeness is measured. */
    readonly factors?: readonly CompiledFactor[]
    readonly measure?: 'range' | 'variance'
  }
  readonly infusion: {
    readonly weight: NumberNode
    /** mL */
    readonly bagVolume: number
    /** minutes */
    readonly duration: number
    /** minutes */
    readonly observation: number
    /** days */
    readonly leastInterval: number
    readonly stopGrade: number
    /** Forms of its visit that tell how it went. */
    readonly toldBy?: readonly string[]
  }
  /** Unblinded roles only. */
  readonly supply?: CompiledSupply
  readonly verification?: {
    /** Without an item the whole form. */
    readonly critical: readonly { readonly form: string; readonly item?: string }[]
    readonly sample: { readonly share: number; readonly sites?: Readonly<Partial<Record<string, number>>> }
  }
  readonly consent: readonly { readonly id: string; readonly title: Text; readonly from: string }[]
  readonly epochs: readonly { readonly id: string; readonly title: Text }[]
  readonly forms: readonly CompiledForm[]
  readonly derived: readonly {
    readonly id: string
    readonly title: Text
    readonly unit: string
    readonly from: NumberNode
  }[]
  readonly person: { readonly birthDate: DateItem; readonly sex: CodedItem }
  readonly criteria: readonly CompiledCriterion[]
  readonly requirements: readonly CompiledRule[]
  readonly holds: readonly CompiledRule[]
  readonly stops: readonly CompiledRule[]
  readonly checks: readonly CompiledCheck[]
  readonly deviations: readonly CompiledRule[]
  /** Forms whose absence from a visit that asks for them is a deviation. */
  readonly required: readonly string[]
  readonly continuing: readonly string[]
  readonly procedures: readonly {
    readonly id: string
    readonly title: Text
    readonly forms: readonly string[]
    readonly appliesTo?: ConditionNode
  }[]
  readonly encounters: readonly CompiledEncounter[]
  readonly logs?: readonly {
    readonly id: string
    readonly title: Text
    readonly short: Text
    readonly forms: readonly string[]
  }[]
  /** Visits beside the plan, and the forms that may be filled in there. */
  readonly unscheduled?: { readonly title: Text; readonly short: Text; readonly forms: readonly string[] }
  readonly outcomes: {
    readonly primary: { readonly title: Text; readonly measure: NumberNode; readonly encounter: string }
    readonly secondary: readonly { readonly title: Text; readonly measure: NumberNode; readonly encounter: string }[]
  }
  readonly assumptions: readonly {
    readonly id: string
    readonly value: unknown
    readonly title: Text
    readonly why: string
    readonly question: string
    readonly confirmed?: { readonly by: string; readonly source: string }
  }[]
}
