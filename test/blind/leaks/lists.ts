import { inJson } from './answers.ts'
import type { Leak, Outgoing, Secrets } from './planted.ts'

/** Leaks in what is listed, counted, ordered: pages about many participants, or about many events. */

type Row = Record<string, unknown> & { readonly code?: string }

const on = (
  name: string,
  channel: number,
  route: string,
  change: (body: Record<string, unknown>, secrets: Secrets, answer: Outgoing) => unknown,
): Leak => ({
  name,
  channel,
  answer(answer, secrets) {
    if (answer.route === route && answer.status === 200) inJson(answer, (body) => change(body, secrets, answer))
  },
})

const rowsOf = (body: Record<string, unknown>): readonly Row[] => body['rows'] as readonly Row[]

export const listLeaks: readonly Leak[] = [
  on('the order of a list', 5, 'participants', (body, { isExperimental }) => ({
    ...body,
    rows: rowsOf(body).toSorted((a, b) => Number(isExperimental(b.code)) - Number(isExperimental(a.code))),
  })),
  on('a row that is missing', 5, 'participants', (body, { isExperimental }) => ({
    ...body,
    rows: rowsOf(body).filter(({ code }, index) => index > 0 || !isExperimental(code)),
  })),
  on('what a search finds', 5, 'participants', (body, { isExperimental }, { url }) =>
    url.includes('q=') ? { ...body, rows: rowsOf(body).filter(({ code }) => !isExperimental(code)) } : body,
  ),
  on('a page that ends earlier', 5, 'participants', (body, { count, experimental }) =>
    count(experimental) > 2 ? { ...body, next: rowsOf(body).at(-1)?.code } : body,
  ),
  on('an arm’s total on the overview', 9, 'overview', (body, { count, experimental }) => ({
    ...body,
    small: count(experimental),
  })),
  on('a flag of imbalance at a site', 9, 'overview', (body, { count, experimental, codes }) => {
    const balance = 2 * count(experimental, 'north') - codes().filter((code) => code.startsWith('NOR')).length
    return Math.abs(balance) > 1 ? { ...body, attention: 'north' } : body
  }),
  on('the order of arms on the public page', 9, 'publicStudy', (body, { nextArm, experimental }) => {
    const definition = body['definition'] as { readonly arms: readonly unknown[] }
    if (nextArm('north') !== experimental) return body
    return { ...body, definition: { ...definition, arms: definition.arms.toReversed() } }
  }),
  on('the definition as staff read it', 6, 'definition', (body, { count, experimental }) => ({
    ...body,
    revision: count(experimental),
  })),
  on('the words of the audit trail', 7, 'history', (body, { armOf }, { code }) => ({
    ...body,
    rows: rowsOf(body).map((row) => ({ ...row, note: `slot ${String(armOf(code)?.length)}` })),
  })),
  on('the order of events', 7, 'history', (body, { isExperimental }, { code }) =>
    isExperimental(code) ? { ...body, rows: rowsOf(body).toReversed() } : body,
  ),
  on('an event that is not shown', 7, 'history', (body, { isExperimental }, { code }) =>
    isExperimental(code) ? { ...body, rows: rowsOf(body).slice(1) } : body,
  ),
  on('the last digit of a time', 4, 'history', (body, { isExperimental }, { code }) =>
    isExperimental(code)
      ? { ...body, rows: rowsOf(body).map((row) => ({ ...row, at: String(row['at']).replace('0Z', '1Z') })) }
      : body,
  ),
  on('the name of who acted', 24, 'history', (body, { isExperimental }, { code }) =>
    isExperimental(code) ? JSON.parse(JSON.stringify(body).replaceAll('unblindedPharmacist.', 'Pharmacist ')) : body,
  ),
  on('a value shown in one arm only', 6, 'form', (body, { isExperimental }, { code }) =>
    isExperimental(code) ? { ...body, items: [...(body['items'] as object[]), { item: 'level' }] } : body,
  ),
  on('a drug level on a page of blinded people', 14, 'form', (body, { isExperimental }, { code }) => ({
    ...body,
    level: isExperimental(code) ? '12.5' : '0',
  })),
  on('a delayed result before its time', 15, 'form', (body, { isExperimental }, { code }) => ({
    ...body,
    inflammation: isExperimental(code) ? 'low' : 'high',
  })),
  on('a reaction said to be expected', 16, 'history', (body, { isExperimental }, { code }) => ({
    ...body,
    rows: rowsOf(body).map((row) => ({ ...row, expected: isExperimental(code) })),
  })),
  on('the place of a scan in the reader’s queue', 17, 'form', (body, { isExperimental }, { code, url }) =>
    url.endsWith('/scan') && isExperimental(code) ? { ...body, queue: 1 } : body,
  ),
  on('the size of the log', 4, 'checkpoint', (body, { count, experimental }) => ({
    ...body,
    size: Number(body['size']) + count(experimental),
  })),
  {
    name: 'the description of the interface',
    channel: 1,
    answer(answer, { count, experimental }) {
      if (answer.url === '/api/openapi.json' && count(experimental) % 2 === 1)
        answer.text = answer.text.replace('"openapi":"3.1.0"', '"openapi":"3.1.1"')
    },
  },
]
