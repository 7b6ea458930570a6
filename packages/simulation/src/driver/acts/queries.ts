import { must, type World } from '../world.ts'

interface QueryPage {
  readonly rows: readonly { readonly code: string; readonly query: string }[]
}

const asks = (site: string) => ({ role: 'dataManager', site })
const answers = (site: string) => ({ role: 'coordinator', site })

/**
 * What was answered since the last time is closed, and what waits is answered: of a site, or of one participant. How many
 * were answered now.
 */
export async function answerQueries(world: World, site: string, of?: string): Promise<number> {
  const [answered, open] = await Promise.all([
    listed(world, asks(site), 'answered', of),
    listed(world, answers(site), 'open', of),
  ])
  await close(world, site, answered)
  const text = 'Kontrollert mot kilden: verdien stemmer.'
  await world.together(
    open.rows.map(
      ({ code, query }) =>
        () =>
          must(world, { site, code }, 'coordinator', 'answer-query', { query, text }),
    ),
  )
  return open.rows.length
}

/** Nothing is left to ask: every query of the site, or of one participant, is answered and closed. */
export async function settleQueries(world: World, site: string, of?: string): Promise<void> {
  if ((await answerQueries(world, site, of)) > 0)
    await close(world, site, await listed(world, asks(site), 'answered', of))
}

async function close(world: World, site: string, { rows }: QueryPage): Promise<void> {
  const text = 'Svaret godtas.'
  await world.together(
    rows.map(
      ({ code, query }) =>
        () =>
          must(world, { site, code }, 'dataManager', 'close-query', { query, text }),
    ),
  )
}

const listed = (
  world: World,
  who: ReturnType<typeof asks>,
  status: 'open' | 'answered',
  of: string | undefined,
): Promise<QueryPage> =>
  world.hands.read<QueryPage>(
    who,
    `/queries?site=${who.site}&status=${status}${of === undefined ? '' : `&participant=${of}`}`,
  )
