import { must, type World } from '../world.ts'

interface QueryPage {
  readonly rows: readonly { readonly code: string; readonly query: string }[]
}

const asks = (site: string) => ({ role: 'dataManager', site })
const answers = (site: string) => ({ role: 'coordinator', site })

/** What was answered since the last time is closed, and what waits is answered: of a site, or of one participant. */
export async function answerQueries(world: World, site: string, of?: string): Promise<void> {
  await closeAnswered(world, site, of)
  const { rows } = await listed(world, answers(site), 'open', of)
  const text = 'Kontrollert mot kilden: verdien stemmer.'
  await world.together(
    rows.map(
      ({ code, query }) =>
        () =>
          must(world, { site, code }, 'coordinator', 'answer-query', { query, text }),
    ),
  )
}

/** Nothing is left to ask: every query of the site, or of one participant, is answered and closed. */
export async function settleQueries(world: World, site: string, of?: string): Promise<void> {
  await answerQueries(world, site, of)
  await closeAnswered(world, site, of)
}

async function closeAnswered(world: World, site: string, of?: string): Promise<void> {
  const { rows } = await listed(world, asks(site), 'answered', of)
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
