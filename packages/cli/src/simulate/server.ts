import { setImmediate as turn } from 'node:timers/promises'
import { openDatabase } from '../start/database.ts'
import type { FromServer } from './messages.ts'
import type { Table } from './worlds/tables.ts'

/*
 * The process of the simulation's own server. Started with the data folder, the study, the seed, the first day, and which secret
 * table it has. The database is made and started while the server itself is loaded and the study compiled.
 */

const [data = '', study = '', seed = '0', firstDay = '', table = 'own'] = process.argv.slice(2)
const opening = openDatabase(data, undefined)
opening.catch(() => undefined)
const tell = (message: FromServer): void => void process.send?.(message)

try {
  await import('@trialwright/server')
  // The database's start goes on before the study is loaded and compiled.
  await turn()
  const { serve } = await import('./serve.ts')
  await serve({ data, study, seed: Number(seed), firstDay, table: table as Table, opening }, tell)
} catch (error) {
  tell({ kind: 'failed', why: (error as Error).message })
  await opening.then(({ close }) => close()).catch(() => undefined)
  process.exit(1)
}
