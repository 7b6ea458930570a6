import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type MigrationFile = { readonly name: string; readonly sha256: string; readonly text: string }

/** The product's own migrations, in order. */
export const migrationFolder = join(import.meta.dirname, '../../sql')

/** Reads the numbered files of a folder; throws when a number is missing or used twice. */
export const readMigrations = (folder: string): readonly MigrationFile[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}-.+\.sql$/.test(name))
    .sort()
    .map((name, index) => {
      if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`migration ${name} should have number ${index + 1}`)
      const bytes = readFileSync(join(folder, name))
      return { name, sha256: createHash('sha256').update(bytes).digest('hex'), text: bytes.toString('utf8') }
    })
