import { hash } from 'node:crypto'
import type { Envelope } from '../events/stored.ts'
import type { Read } from '../pools/database.ts'
import type { Checked } from './page.ts'
import type { Problem } from './problem.ts'

/** Collects what the events say about the study itself, then compares it with the tables. */
export const watchDefinitions = () => {
  const registered = new Set<string>()
  let mode: unknown
  let current: string | undefined
  return {
    see: ({ streamId, record }: Checked): void => {
      if (streamId !== 'definition') return
      const { event } = JSON.parse(record) as Envelope
      current = String(event['definitionHash'])
      registered.add(current)
      mode = event['mode']
    },
    compare: async (read: Read, studyId: string): Promise<Problem | undefined> => {
      const rows = await read<{ definition_hash: string; compiled: string }>(
        'select definition_hash, compiled from audit.definition where study_id = $1 order by definition_hash',
        [studyId],
      )
      const changed = rows.find(
        ({ definition_hash: expected, compiled }) => hash('sha256', compiled) !== expected || !registered.has(expected),
      )
      if (changed) return { code: 'changedDefinition', definitionHash: changed.definition_hash }
      const held = new Set(rows.map((row) => row.definition_hash))
      const missing = [...registered].find((each) => !held.has(each))
      if (missing) return { code: 'changedDefinition', definitionHash: missing }
      const [study] = await read<{ mode: string; definition_hash: string }>(
        'select mode, definition_hash from audit.study where study_id = $1',
        [studyId],
      )
      const same = study?.mode === mode && study?.definition_hash === current
      return same ? undefined : { code: 'changedStudy' }
    },
  }
}
