import { type Database, openDatabase, type Read } from '../pools/database.ts'
import { watchAccounts } from './accounts.ts'
import { watchAllocations } from './allocations.ts'
import { compareAnswers } from './answers.ts'
import { watchDefinitions } from './definitions.ts'
import { type Checkpoint, checkLog, type LogCheck, type LogState } from './log.ts'
import { describeProblem, type Problem, type Sentence } from './problem.ts'

export type VerifyOptions = {
  /** Roots known from elsewhere, at any size: they show a rollback or another history. */
  readonly checkpoints?: readonly Checkpoint[]
  readonly onProgress?: LogCheck['onProgress']
  readonly pageSize?: LogCheck['pageSize']
}

export type Verification = {
  readonly studyId: string
  /** The logs checked, with size and root. The sealed one only with the administrator's address. */
  readonly logs: readonly LogState[]
  /** The first thing found wrong; undefined when all is as it was stored. */
  readonly problem: (Problem & { readonly text: Sentence }) | undefined
}

/**
 * Recomputes a study's logs from the stored bytes on one unchanging state of the database and names the first bad record.
 * The audit pool checks the open log and the definitions; the administrator's address also the sealed log, list, allocations and
 * stored answers, and for the installation's own log (study `-`) accounts and role grants.
 */
export const verify = async (
  source: Database | string,
  studyId: string,
  options: VerifyOptions = {},
): Promise<Verification> => {
  if (typeof source !== 'string') return source.snapshot((read) => verifyWith(read, studyId, false, options))
  const admin = openDatabase(source, { connections: 1, statementTimeout: 120_000 })
  try {
    return await admin.snapshot((read) => verifyWith(read, studyId, true, options))
  } finally {
    await admin.close()
  }
}

/** Every study of the installation, and the installation's own log. */
export const verifyAll = async (adminUrl: string, options: VerifyOptions = {}): Promise<readonly Verification[]> => {
  const admin = openDatabase(adminUrl, { connections: 1, statementTimeout: 120_000 })
  try {
    return await admin.snapshot(async (read) => {
      const studies = await read<{ study_id: string }>(
        'select study_id from audit.log union select study_id from audit.study order by study_id',
      )
      const results: Verification[] = []
      for (const { study_id: studyId } of studies) results.push(await verifyWith(read, studyId, true, options))
      return results
    })
  } finally {
    await admin.close()
  }
}

/** Verifies through statements of the caller's own transaction. */
export const verifyWith = async (
  read: Read,
  studyId: string,
  whole: boolean,
  { checkpoints, onProgress, pageSize }: VerifyOptions,
): Promise<Verification> => {
  const logs: LogState[] = []
  const fail = (problem: Problem): Verification => ({
    studyId,
    logs,
    problem: { ...problem, text: describeProblem(problem) },
  })
  const definitions = watchDefinitions()
  const accounts = watchAccounts()
  const onRecord = studyId === installation ? accounts.see : definitions.see
  const open = await checkLog(read, studyId, {
    log: 'open',
    checkpoints,
    onProgress,
    pageSize,
    onRecord,
  })
  if ('code' in open) return fail(open)
  logs.push(open)
  if (studyId === installation) {
    const account = whole ? await accounts.compare(read) : undefined
    return account ? fail(account) : { studyId, logs, problem: undefined }
  }

  const definition = await definitions.compare(read, studyId)
  if (definition) return fail(definition)
  if (!whole) return { studyId, logs, problem: undefined }

  const allocations = watchAllocations()
  const sealed = await checkLog(read, studyId, {
    log: 'sealed',
    checkpoints,
    onProgress,
    pageSize,
    onRecord: allocations.see,
  })
  if ('code' in sealed) return fail(sealed)
  logs.push(sealed)
  const other = (await allocations.compare(read, studyId)) ?? (await compareAnswers(read, studyId))
  return other ? fail(other) : { studyId, logs, problem: undefined }
}

/** The id under which the installation keeps its own log: accounts, sign-in. It has no sealed log and no definition. */
const installation = '-'
