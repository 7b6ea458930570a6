import { createHash, randomUUID } from 'node:crypto'
import path from 'node:path'
import { start } from '@trialwright/cli'
import {
  createAppender,
  openPools,
  readModel,
  readOrCreatePasswords,
  startEmbedded,
  traceStudy,
} from '@trialwright/records'
import { demoAccounts } from '@trialwright/cli'
import type { ScaleSettings } from './settings.ts'
import { type Template, templatesOf } from './templates.ts'

export const studyId = 'back-to-basic'

/** Values a participant needs to serve as a template; those of the demo then have some 500 in the mean. */
const fullRecord = 400

/**
 * A study of the size asked for in the data folder. The demo's participants are invented through HTTP as always; copies of the
 * fullest of them are then appended through the records' own door, a participant a command, four to a transaction, so that
 * positions, leaves, trail and read models are those the product makes. Only the blinded side grows.
 */
export async function build({ data, participants, port }: ScaleSettings, say: (line: string) => void): Promise<void> {
  const demo = await start(
    { port, host: '127.0.0.1', data, mode: 'demo', databaseUrl: undefined, participants: true, pages: false },
    say,
  )
  await demo.invented
  await demo.stop()
  const server = await startEmbedded({ folder: path.join(data, 'postgres'), durable: false })
  const passwords = readOrCreatePasswords(path.join(data, 'roles.json'))
  const pools = openPools({ url: server.adminUrl, passwords })
  try {
    const { study, hash, templates } = await templatesOf(pools, studyId, fullRecord)
    const mean = templates.reduce((sum, { values }) => sum + values, 0) / templates.length
    const { sites } = study.compiled
    const accounts = new Map<string, string>()
    const last = new Map<string, number>()
    for (const { id } of sites) {
      const counter = await readModel<{ last: number }>(pools.blinded, studyId, 'counter', { sites: [id], limit: 1 })
      last.set(id, counter.rows[0]?.document.last ?? 0)
    }
    const there = [...last.values()].reduce((sum, count) => sum + count, 0)
    say(
      `${there} participants are there; ${Math.max(participants - there, 0)} are added, of ${Math.round(mean)} values each`,
    )
    const { append } = createAppender(pools.blinded, { most: 4 })
    // On a busy machine an answer may be lost; under its key the same is sent again and stored once.
    const surely = async (entry: ReturnType<typeof entryOf>) => {
      for (let tries = 1; ; tries += 1) {
        const answer = await append(entry)
        if (answer.result !== 'unknown' || tries === 5) return answer
      }
    }
    const names = demoAccounts(study.compiled).accounts
    for (let made = there; made < participants; ) {
      const group = Array.from({ length: Math.min(200, participants - made) }, (_, index) => made + index)
      made += group.length
      const answers = await Promise.all(
        group.map((number) => {
          const template = templates[number % templates.length]!
          const site = sites[number % sites.length]!.id
          const next = (last.get(site) ?? 0) + 1
          last.set(site, next)
          const code = `${site.slice(0, 3).toUpperCase()}-${String(next).padStart(3, '0')}`
          const role = 'coordinator'
          const actor = accounts.get(site) ?? names.find((one) => one.site === site && one.role === role)!.name
          accounts.set(site, actor)
          return surely(entryOf(template, { code, site, hash, actor, role, last: next }))
        }),
      )
      const failed = answers.find(({ result }) => result !== 'appended')
      if (failed) throw new Error(`a participant was not appended: ${failed.result}`)
      if (made % 1000 < 200) say(`${made} participants`)
    }
    say('the trail follows')
    await traceStudy(pools.blinded, studyId)
  } finally {
    await pools.close()
    await server.stop()
  }
}

interface Copy {
  readonly code: string
  readonly site: string
  readonly hash: string
  readonly actor: string
  readonly role: string
  readonly last: number
}

/** The template's record under another code, at another site. */
function entryOf(template: Template, { code, site, hash, actor, role, last }: Copy) {
  const renamed = (text: string) =>
    text.replaceAll(template.code, code).replaceAll(`"site":"${template.site}"`, `"site":"${site}"`)
  return {
    studyId,
    streamId: `participant/${code}`,
    expectedVersion: 0,
    key: randomUUID(),
    bodyHash: createHash('sha256').update(code).digest('hex'),
    actor,
    role,
    site,
    definitionHash: hash,
    response: '{}',
    events: template.events.map(({ type, text }) => ({ type, text: renamed(text) })),
    readModels: [
      { kind: 'participant', key: code, site, document: JSON.parse(renamed(JSON.stringify(template.summary))) },
      { kind: 'counter', key: site, site, document: { last } },
    ],
  }
}
