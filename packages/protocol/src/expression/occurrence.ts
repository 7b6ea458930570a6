import type { Occurrence } from './nodes.ts'

/** The same expression, read at another filling of its forms. Tables of a lookup hold numbers, not nodes, and stay. */
export function occurringAt<Node>(node: Node, at: Occurrence): Node {
  if (Array.isArray(node)) return node.map((part) => occurringAt(part, at)) as Node
  if (typeof node !== 'object' || node === null || !('kind' in node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, part]) => [key, key === 'at' ? at : occurringAt(part, at)]),
  ) as Node
}
