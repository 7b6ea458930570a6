import type { Database } from './pools/database.ts'
import type { Sentence } from './verify/problem.ts'

/** A setting of the server under which acknowledged data could be lost or misread. */
export type SettingFinding = {
  readonly setting: string
  readonly is: string
  readonly shouldBe: string
  readonly text: Sentence
}

type Rule = { readonly shouldBe: string; readonly right: (value: string) => boolean; readonly risk: Sentence }

const powerCut = {
  en: 'a power cut can lose acknowledged data',
  nb: 'et strømbrudd kan miste bekreftede data',
} as const
const exactly = (shouldBe: string, risk: Sentence): Rule => ({ shouldBe, right: (value) => value === shouldBe, risk })

const rules: Readonly<Record<string, Rule>> = {
  fsync: exactly('on', powerCut),
  full_page_writes: exactly('on', powerCut),
  synchronous_commit: {
    shouldBe: 'on',
    // Stronger with a synchronous standby; `local` and `remote_write` confirm before the standby's disk has it.
    right: (value) => value === 'on' || value === 'remote_apply',
    risk: powerCut,
  },
  data_checksums: exactly('on', {
    en: 'a damaged page is not noticed',
    nb: 'en skadet side blir ikke oppdaget',
  }),
  data_sync_retry: exactly('off', {
    en: 'a failed write to disk can be taken for a good one',
    nb: 'en mislykket skriving til disk kan bli tatt for vellykket',
  }),
  server_version_num: {
    shouldBe: '150000',
    right: (value) => Number(value) >= 150_000,
    risk: { en: 'the product is tested from PostgreSQL 15 on', nb: 'produktet er testet fra PostgreSQL 15' },
  },
  TimeZone: {
    shouldBe: 'UTC',
    right: (value) => value === 'UTC' || value === 'Etc/UTC',
    risk: { en: 'times could be read in another zone', nb: 'tidspunkter kan bli lest i en annen sone' },
  },
}

/** What is wrong with the server's settings; nothing when it may hold a study. */
export const checkSettings = async (database: Database): Promise<readonly SettingFinding[]> => {
  const rows = await database.read<{ name: string; value: string }>(
    'select name, current_setting(name) as value from unnest($1::text[]) as names (name)',
    [Object.keys(rules)],
  )
  return rows.flatMap(({ name, value }) => {
    const { right, shouldBe, risk } = rules[name]!
    if (right(value)) return []
    const text = {
      en: `PostgreSQL's ${name} is ${value} and should be ${shouldBe}: ${risk.en}.`,
      nb: `PostgreSQLs ${name} er ${value} og skal være ${shouldBe}: ${risk.nb}.`,
    }
    return [{ setting: name, is: value, shouldBe, text }]
  })
}
