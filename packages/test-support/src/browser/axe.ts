import axeCore from 'axe-core'
import type { Page } from 'playwright-core'

/** One rule of accessibility that the page breaks, and where. */
export type Violation = {
  readonly rule: string
  readonly impact: string
  readonly help: string
  readonly where: readonly string[]
}

/** WCAG 2.2 to level AA, and the common practices that axe knows beside it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Found = {
  readonly id: string
  readonly impact: string
  readonly help: string
  readonly nodes: { target: string[] }[]
}

/** Checks the page as it stands, or the part of it that a selector names. Goes through the debugger, which a strict content security policy does not stop. */
export async function axe(page: Page, part?: string): Promise<readonly Violation[]> {
  const session = await page.context().newCDPSession(page)
  const evaluate = (expression: string) =>
    session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
  try {
    // It stays with its document, which an app of one page keeps.
    const here = await evaluate('typeof axe')
    if (here.result.value === 'undefined') await evaluate(`${axeCore.source};undefined`)
    const options = { runOnly: TAGS, resultTypes: ['violations'] }
    const answer = await evaluate(
      `axe.run(${part === undefined ? 'document' : JSON.stringify(part)}, ${JSON.stringify(options)}).then((result) => result.violations)`,
    )
    if (answer.exceptionDetails) throw new Error(`axe failed: ${answer.exceptionDetails.exception?.description}`)
    return (answer.result.value as readonly Found[]).map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact,
      help,
      where: nodes.map((node) => node.target.join(' ')),
    }))
  } finally {
    await session.detach()
  }
}
