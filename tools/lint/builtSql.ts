import { isNamed, isNode, type Node, type Rule } from './rule.ts'

const STATEMENT =
  /^\s*(select|insert\s+into|update|delete\s+from|with|create|alter|drop|grant|revoke|truncate|set\s+local)\s/i

/**
 * SQL is written as a constant with parameters. A template with a value in it, or texts joined by `+`, is how an injection
 * starts. Allowed are the tag `sql`, which turns its values into parameters, and names quoted by `escapeIdentifier`.
 */
export const builtSql: Rule = {
  meta: { type: 'problem' },
  create: (context) => {
    const tagged = new Set<unknown>()
    const report = (node: Node) =>
      context.report({
        node,
        message: 'Do not build SQL from texts: write it as a constant and pass values as parameters.',
      })
    return {
      TaggedTemplateExpression(node) {
        if (isNamed(node['tag'], 'sql')) tagged.add(node['quasi'])
      },
      TemplateLiteral(node) {
        if (!tagged.has(node) && hasValues(node) && STATEMENT.test(firstText(node))) report(node)
      },
      BinaryExpression(node) {
        if (node['operator'] === '+' && isNode(node['left']) && STATEMENT.test(literalText(node['left']))) report(node)
      },
      CallExpression(node) {
        const [first] = node['arguments'] as readonly unknown[]
        if (!isQuery(node['callee']) || !isNode(first)) return
        if (first.type === 'TemplateLiteral' && hasValues(first) && !STATEMENT.test(firstText(first))) report(first)
      },
    }
  },
}

function isQuery(callee: unknown): boolean {
  return isNode(callee) && callee.type === 'MemberExpression' && isNamed(callee['property'], 'query')
}

function hasValues(template: Node): boolean {
  return (template['expressions'] as readonly unknown[]).some((value) => !isQuotedName(value))
}

function isQuotedName(value: unknown): boolean {
  if (!isNode(value) || value.type !== 'CallExpression') return false
  const callee = value['callee']
  return isNode(callee) && isNamed(callee.type === 'MemberExpression' ? callee['property'] : callee, 'escapeIdentifier')
}

function firstText(template: Node): string {
  const [first] = template['quasis'] as readonly { value: { raw: string } }[]
  return first?.value.raw ?? ''
}

function literalText(node: Node): string {
  return node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : ''
}
