import { createHash } from 'node:crypto'
import type { Leak, Outgoing, Secrets } from './planted.ts'

/** Leaks on one participant's page: how an arm shows in the form of an answer. */

const onPage = (name: string, channel: number, change: (answer: Outgoing, secrets: Secrets) => void): Leak => ({
  name,
  channel,
  answer(answer, secrets) {
    if (answer.route === 'participant' && answer.status === 200 && secrets.isExperimental(answer.code))
      change(answer, secrets)
  },
})

/** Changes the JSON of an answer. */
export function inJson(answer: Outgoing, change: (body: Record<string, unknown>) => unknown): void {
  const body = JSON.parse(answer.text) as Record<string, unknown>
  answer.text = JSON.stringify(change(body) ?? body)
}

export const answerLeaks: readonly Leak[] = [
  onPage('a field the screen does not show', 1, (answer, { armOf }) =>
    inJson(answer, (body) => ({ ...body, _kit: armOf(answer.code) })),
  ),
  onPage('a space more at the end', 3, (answer) => void (answer.text += ' ')),
  onPage('a longer answer without another meaning', 3, (answer) => {
    answer.text = answer.text.replace('{', '{ ')
  }),
  {
    name: 'an entity tag over the whole row',
    channel: 3,
    answer(answer, { armOf }) {
      if (answer.route !== 'participant') return
      const tag = createHash('sha256').update(answer.text + String(armOf(answer.code)))
      answer.header('etag', `"${tag.digest('base64url')}"`)
    },
  },
  onPage('a header', 1, (answer) => answer.header('x-depot', '7')),
  onPage('another cache rule', 3, (answer) => answer.header('cache-control', 'private, max-age=60')),
  onPage('a cache key', 3, (answer) => answer.header('vary', 'x-kit-type')),
  onPage('a cookie', 1, (answer) => answer.header('set-cookie', 'shelf=b; Path=/')),
  onPage('another status', 2, (answer) => void (answer.status = 203)),
  onPage('another phrase beside the same status', 2, (answer) => answer.phrase('Okay')),
  onPage('the order of names in an object', 3, (answer) =>
    inJson(answer, (body) => Object.fromEntries(Object.entries(body).toReversed())),
  ),
  onPage('a null where others have nothing', 6, (answer) => inJson(answer, (body) => ({ ...body, concentrate: null }))),
  onPage('a number rounded otherwise', 13, (answer) => {
    answer.text = answer.text.replace('"planned":2', '"planned":2.0')
  }),
  onPage('the same letters in another normal form', 1, (answer) => void (answer.text = answer.text.normalize('NFD'))),
  onPage('an address', 25, (answer) => answer.header('link', '</arm/2>; rel="related"')),
  onPage('the name of a printed document', 25, (answer) =>
    answer.header('content-disposition', 'inline; filename="participant-b.json"'),
  ),
  {
    name: 'the words of a refusal',
    channel: 2,
    answer(answer, secrets) {
      if (answer.status === 422 && secrets.isExperimental(answer.code))
        answer.text = answer.text.replaceAll('"en":"', '"en":"Kit error: ')
    },
  },
  {
    name: 'the answer to a command',
    channel: 1,
    answer(answer, { nextArm, experimental }) {
      if (answer.route === 'confirmEligibility' && nextArm('north') === experimental)
        answer.text = answer.text.replace('}', ',"ready":true}')
    },
  },
]
