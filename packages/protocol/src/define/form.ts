import type { Occurrence } from '../expression/nodes.ts'
import type { Text } from '../text.ts'
import { ClassHandle } from './classHandle.ts'
import {
  CodedHandle,
  DateHandle,
  LaboratoryHandle,
  NumberHandle,
  RepeatHandle,
  YesNoHandle,
  type TextHandle,
} from './handles.ts'
import type {
  BlindingClass,
  Burden,
  CellDefinition,
  CodedItemDefinition,
  DateItemDefinition,
  ItemDefinition,
  LaboratoryItemDefinition,
  NumberItemDefinition,
  RepeatItemDefinition,
  YesNoItemDefinition,
} from './item.ts'

export interface FormOptions {
  readonly title: Text
  /** Every item's blinding class unless it names its own; a form without one does not compile. */
  readonly blinding: BlindingClass
  /** Who fills it in: site staff, the participant, a reader of images, or the investigator's own judgement. */
  readonly filledBy: 'site' | 'participant' | 'reader' | 'investigator'
  readonly burden: Burden
  readonly help?: Text
  /** The results carry the laboratory they come from, and its limits. */
  readonly laboratory?: boolean
  /** Wording is licensed and comes from a site's pack; the form ships codes and scoring only. */
  readonly licensed?: { readonly holder: string; readonly instrument: string }
}

export interface FormDefinition<Id extends string = string> extends FormOptions {
  readonly id: Id
  readonly items: Readonly<Record<string, ItemDefinition>>
}

export const formOf = Symbol('form')

/** A form as the study's author uses it: its handles by name, its definition behind a symbol. */
export interface AnyForm<Id extends string = string> {
  readonly [formOf]: FormDefinition<Id>
}

export type HandleOf<Item, Form extends string> = Item extends LaboratoryItemDefinition
  ? LaboratoryHandle<Item['unit'], Form>
  : Item extends NumberItemDefinition
    ? NumberHandle<Item['unit'], Form>
    : Item extends CodedItemDefinition
      ? CodedHandle<keyof Item['codes'] & string, Form>
      : Item extends YesNoItemDefinition
        ? YesNoHandle<Form>
        : Item extends DateItemDefinition
          ? DateHandle<Form>
          : Item extends RepeatItemDefinition
            ? RepeatHandle<{ readonly [K in keyof Item['of']]: HandleOf<Item['of'][K], Form> }, Form>
            : Item extends { readonly classification: string }
              ? ClassHandle<Form>
              : TextHandle<Form>

export type Form<Id extends string, Items> = AnyForm<Id> & { readonly [K in keyof Items]: HandleOf<Items[K], Id> }

/**
 * A page of questions. The literal is the form; from it come handles that know their unit, codes and form:
 *
 *     export const pain = defineForm('pain', { title: …, blinding: 'open', … }, {
 *       nrsNow: { type: 'number', unit: '{score}', range: [0, 10], decimals: 0, question: … },
 *     })
 *     pain.nrsNow.atLeast(points(5))
 */
export function defineForm<const Id extends string, const Items extends Readonly<Record<string, ItemDefinition>>>(
  id: Id,
  options: FormOptions,
  items: Items,
): Form<Id, Items> {
  const handles = Object.fromEntries(
    Object.entries(items).map(([item, definition]) => [item, handleOf(id, item, definition)]),
  )
  return Object.freeze({ ...handles, [formOf]: Object.freeze({ ...options, id, items }) }) as unknown as Form<Id, Items>
}

function handleOf(form: string, item: string, definition: ItemDefinition, group?: string): unknown {
  const at: Occurrence = 'latest'
  const reference = group === undefined ? { form, item, at } : { form, item, at, group }
  switch (definition.type) {
    case 'number':
      return new NumberHandle({ kind: 'numberItem', ...reference, unit: definition.unit }, definition.unit)
    case 'laboratory':
      return new LaboratoryHandle({ kind: 'numberItem', ...reference, unit: definition.unit }, definition.unit)
    case 'coded':
      return new CodedHandle({ kind: 'codedItem', ...reference })
    case 'yesNo':
      return new YesNoHandle({ kind: 'codedItem', ...reference })
    case 'date':
      return new DateHandle({ kind: 'dateItem', ...reference })
    case 'repeat':
      return new RepeatHandle(form, item, rowHandles(form, item, definition.of))
    case 'text':
      if (definition.classification !== undefined) return new ClassHandle({ kind: 'codedItem', ...reference })
      return Object.freeze({ kind: 'text', form, item })
    default:
      return Object.freeze({ kind: 'text', form, item })
  }
}

const rowHandles = (form: string, group: string, columns: Readonly<Record<string, CellDefinition>>) =>
  Object.fromEntries(Object.entries(columns).map(([column, cell]) => [column, handleOf(form, column, cell, group)]))
