import type { Who } from '../hands.ts'
import { must, type World } from '../world.ts'

interface Row {
  readonly code: string
  readonly site: string
  readonly query: string
}

interface QueryPage {
  readonly rows: readonly Row[]
  /** Where the list goes on. */
  readonly next?: string
}

const dataManager: Who = { role: 'dataManager', site: null }
type Acts = readonly (() => Promise<unknown>)[]

/** What the sites answered since the last time, each to be closed. */
export const acceptAnswers = async (world: World): Promise<Acts> =>
  closing(world, await listed(world, dataManager, 'status=answered'))

/** What waits at a site, or of one participant there, each to be answered. */
export async function answerQueries(world: World, site: string, of?: string): Promise<Acts> {
  const text = 'Kontrollert mot kilden: verdien stemmer.'
  const open = await listed(world, { role: 'coordinator', site }, `site=${site}&status=open${about(of)}`)
  return open.map(
    ({ code, query }) =>
      () =>
        must(world, { site, code }, 'coordinator', 'answer-query', { query, text }),
  )
}

/** Nothing is left to ask: every query of the site, or of one participant, is answered and closed. */
export async function settleQueries(world: World, site: string, of?: string): Promise<void> {
  const place = `site=${site}&status=answered${about(of)}`
  const [answered, answers] = await Promise.all([listed(world, dataManager, place), answerQueries(world, site, of)])
  await world.together([...closing(world, answered), ...answers])
  if (answers.length > 0) await world.together(closing(world, await listed(world, dataManager, place)))
}

const closing = (world: World, rows: readonly Row[]): Acts =>
  rows.map(
    ({ site, code, query }) =>
      () =>
        must(world, { site, code }, 'dataManager', 'close-query', { query, text: 'Svaret godtas.' }),
  )

const about = (of: string | undefined): string => (of === undefined ? '' : `&participant=${of}`)

/** The whole list, page by page. */
async function listed(world: World, who: Who, which: string): Promise<readonly Row[]> {
  const all: Row[] = []
  for (let page: QueryPage | undefined; ; ) {
    const after: string = page?.next === undefined ? '' : `&after=${encodeURIComponent(page.next)}`
    page = await world.hands.read<QueryPage>(who, `/queries?${which}${after}`)
    all.push(...page.rows)
    if (page.next === undefined) return all
  }
}
