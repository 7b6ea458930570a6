import type { NumberNode } from '../expression/nodes.ts'
import type { Text } from '../text.ts'
import { NumberHandle } from './handles.ts'

/** A named calculation, such as a questionnaire's score: shown by its title wherever it is used. */
export class DerivedHandle<Unit extends string = string> extends NumberHandle<Unit, never> {
  readonly id: string
  readonly title: Text
  readonly from: NumberNode

  constructor(id: string, title: Text, from: NumberHandle<Unit>) {
    super({ kind: 'derived', id, at: 'latest', unit: from.unit }, from.unit)
    this.id = id
    this.title = title
    this.from = from.node
  }
}

/** `defineDerived('odiScore', { en: 'ODI', nb: 'ODI' }, proratedScore({ … }))` */
export const defineDerived = <Unit extends string>(
  id: string,
  title: Text,
  from: NumberHandle<Unit>,
): DerivedHandle<Unit> => new DerivedHandle(id, title, from)
