import type { Who } from '../hands.ts'
import { must, type World } from '../world.ts'

interface Row {
  readonly code: string
  readonly site: string
  readonly query: string
  readonly status: 'open' | 'answered' | 'closed'
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

/** What waits at a site, each to be answered. */
export const answerQueries = async (world: World, site: string): Promise<Acts> =>
  answering(world, await listed(world, { role: 'coordinator', site }, `site=${site}&status=open`))

/** Nothing is left to ask: every query of the site, or of one participant, is answered and closed. */
export async function settleQueries(world: World, site: string, of?: string): Promise<void> {
  const about = of === undefined ? '' : `&participant=${of}`
  const waiting = await listed(world, dataManager, `site=${site}${about}`)
  const [open, answered] = [is(waiting, 'open'), is(waiting, 'answered')]
  await world.together([...closing(world, answered), ...answering(world, open)])
  await world.together(closing(world, open))
}

const is = (rows: readonly Row[], status: Row['status']): readonly Row[] => rows.filter((row) => row.status === status)

const answering = (world: World, rows: readonly Row[]): Acts =>
  rows.map(({ site, code, query }) => () => {
    const text = 'Kontrollert mot kilden: verdien stemmer.'
    return must(world, { site, code }, 'coordinator', 'answer-query', { query, text })
  })

const closing = (world: World, rows: readonly Row[]): Acts =>
  rows.map(
    ({ site, code, query }) =>
      () =>
        must(world, { site, code }, 'dataManager', 'close-query', { query, text: 'Svaret godtas.' }),
  )

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
