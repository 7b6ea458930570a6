import type { Database } from './pools/database.ts'
import { certain } from './pools/failure.ts'

export type Mode = 'demo' | 'training' | 'production'

export type NewStudy = {
  readonly studyId: string
  readonly mode: Mode
  /** SHA-256 (hex) of `compiled`. */
  readonly definitionHash: string
  /** Canonical JSON of the compiled study. */
  readonly compiled: string
}

/**
 * Opens a study, or puts a changed definition in force. `otherMode`: the study was opened in another mode, which never changes.
 * Throws when the hash is not the text's.
 */
export const registerStudy = async (
  blinded: Database,
  study: NewStudy,
  actor = 'installation',
): Promise<'opened' | 'same' | 'amended' | 'otherMode'> =>
  certain(
    await blinded.write<{ answer: 'opened' | 'same' | 'amended' | 'otherMode' }>(
      'select record.register_study($1, $2, $3, $4, $5) as answer',
      [study.studyId, study.mode, study.definitionHash, study.compiled, actor],
    ),
  )[0]!.answer

export type RegisteredStudy = {
  readonly studyId: string
  readonly mode: Mode
  readonly definitionHash: string
  readonly openedAt: string
}

/** Studies this installation has opened. */
export const listStudies = (blinded: Database): Promise<readonly RegisteredStudy[]> =>
  blinded.read(
    `select study_id as "studyId", mode, definition_hash as "definitionHash",
       to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt"
     from record.study order by study_id`,
  )

/** Every definition a study ever ran under, in the order they came. */
export const listDefinitions = (
  blinded: Database,
  studyId: string,
): Promise<readonly { readonly definitionHash: string; readonly compiled: string }[]> =>
  blinded.read(
    'select definition_hash as "definitionHash", compiled from record.definition where study_id = $1 order by registered_at, definition_hash',
    [studyId],
  )

/** A definition a study ran under, as compiled; undefined when this hash was never in force. */
export const findDefinition = async (
  blinded: Database,
  studyId: string,
  definitionHash: string,
): Promise<string | undefined> =>
  (
    await blinded.read<{ compiled: string }>(
      'select compiled from record.definition where study_id = $1 and definition_hash = $2',
      [studyId, definitionHash],
    )
  )[0]?.compiled
