import { isNamed, type Node, type Rule } from './rule.ts'

/**
 * `new Date(text)` reads a text as the engine and the zone of the machine please: 2026-03-01 may become the day before.
 * Clinical dates are values of `@trialwright/protocol`, instants come from the clock that a function is given.
 */
export const dateFromArgument: Rule = {
  meta: { type: 'problem' },
  create: (context) => ({
    NewExpression(node) {
      if (!isNamed(node['callee'], 'Date') || argumentCount(node) === 0) return
      context.report({
        node,
        message: 'Do not make a Date from an argument: use the calendar of @trialwright/protocol.',
      })
    },
    MemberExpression(node) {
      if (!isNamed(node['object'], 'Date') || !isNamed(node['property'], 'parse')) return
      context.report({ node, message: 'Do not parse text with Date.parse: use the calendar of @trialwright/protocol.' })
    },
  }),
}

function argumentCount(node: Node): number {
  return (node['arguments'] as readonly unknown[]).length
}
