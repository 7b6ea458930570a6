import type { CodedItem } from '../expression/nodes.ts'
import { condition } from './handles.ts'
import type { Condition } from './item.ts'

/** A code of a classification, such as ATC, asked about by its classes. */
export class ClassHandle<Form extends string = string> {
  readonly kind = 'class' as const
  declare readonly form: Form
  readonly node: CodedItem

  constructor(node: CodedItem) {
    this.node = Object.freeze(node)
  }

  /** `medicine.atc.isIn('N02A', 'H02')`: the code lies in one of these classes; open while it is known to a higher level only. */
  isIn(...classes: readonly [string, ...string[]]): Condition {
    return condition({ kind: 'inClass', of: this.node, classes })
  }
}
