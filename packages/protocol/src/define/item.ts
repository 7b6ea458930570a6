import type { Text } from '../text.ts'
import type { ConditionNode } from '../expression/nodes.ts'

/**
 * Who may read a value while the trial is blind. `open`: every role the value concerns; `delayed`: nobody at the
 * sites until the study says so; `unblindedOnly`: unblinded roles alone, for it can tell the arm.
 */
export type BlindingClass = 'open' | 'delayed' | 'unblindedOnly'

/** What it costs a participant to answer; the next best question is asked cheapest first. */
export type Burden = 'question' | 'examination' | 'sample' | 'imaging'

interface Asked {
  readonly question: Text
  /** A shorter name for tables and explanations, where the question is long. */
  readonly label?: Text
  readonly help?: Text
  /** Plain words for the public self-check; only items that have them are asked there. */
  readonly selfCheck?: Text
  /** Overrides the form's class. */
  readonly blinding?: BlindingClass
  /** May be left open when the form is signed. */
  readonly optional?: boolean
  readonly burden?: Burden
  /** The item is asked only when this holds; otherwise it is not applicable. */
  readonly appliesTo?: Condition
}

/** A condition as handles build it: a node with a kind, so that no number or date passes for one. */
export interface Condition {
  readonly kind: 'condition'
  readonly node: ConditionNode
}

export interface NumberItemDefinition extends Asked {
  readonly type: 'number'
  readonly unit: string
  /** Hard limits: outside is refused. */
  readonly range?: readonly [number, number]
  /** Soft limits: outside is asked about. */
  readonly plausible?: readonly [number, number]
  /** Greatest number of decimals a reported value has; 0 for whole numbers. */
  readonly decimals?: number
  /** Other UCUM units the value may be reported in, converted for comparison. */
  readonly alsoIn?: readonly string[]
  /** Molar mass in g/mol, where a mass unit and a molar unit are both reported. */
  readonly molarMass?: number
}

/** A measured quantity of a laboratory, compared with that laboratory's own limits for sex, age and date. */
export interface LaboratoryItemDefinition extends Omit<NumberItemDefinition, 'type'> {
  readonly type: 'laboratory'
}

export interface CodedItemDefinition extends Asked {
  readonly type: 'coded'
  readonly codes: Readonly<Record<string, Text>>
}

export interface YesNoItemDefinition extends Asked {
  readonly type: 'yesNo'
}

/** A calendar day; `partial` allows `2018-05` and `2018`. */
export interface DateItemDefinition extends Asked {
  readonly type: 'date'
  readonly partial?: boolean
  readonly future?: boolean
}

/** A local time of day, `14:05`. */
export interface TimeItemDefinition extends Asked {
  readonly type: 'time'
}

export interface TextItemDefinition extends Asked {
  readonly type: 'text'
  /** Greatest length in characters, 2,000 if unset. */
  readonly length?: number
  /** The text is a code of this classification, whole or to any level: `N02BE01`, `N02B`. Rules may ask which class it lies in. */
  readonly classification?: 'atc'
  /** Codes often meant, named in the author's own words; the classification's own text is licensed. */
  readonly suggestions?: Readonly<Record<string, Text>>
}

export type CellDefinition =
  | NumberItemDefinition
  | LaboratoryItemDefinition
  | CodedItemDefinition
  | YesNoItemDefinition
  | DateItemDefinition
  | TimeItemDefinition
  | TextItemDefinition

export interface RepeatItemDefinition extends Asked {
  readonly type: 'repeat'
  readonly of: Readonly<Record<string, CellDefinition>>
  /** Fixed rows: one per code of this column, such as the twelve endplates. Without it rows are added freely. */
  readonly rowFor?: string
}

export type ItemDefinition = CellDefinition | RepeatItemDefinition
