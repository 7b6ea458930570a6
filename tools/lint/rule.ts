/** The part of ESLint's rule interface, as oxlint offers it, that our rules use. */
export type Node = { readonly type: string } & Readonly<Record<string, unknown>>
export type Rule = {
  readonly meta: { readonly type: 'problem' | 'suggestion' }
  create(context: {
    report(problem: { node: Node; message: string }): void
  }): Readonly<Record<string, (node: Node) => void>>
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

export function isNamed(value: unknown, name: string): boolean {
  return isNode(value) && value.type === 'Identifier' && value['name'] === name
}
