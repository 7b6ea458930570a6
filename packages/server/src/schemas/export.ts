import Type from 'typebox'
import { closed, Language, maybe } from './common.ts'

/** A file: it leaves as it is, so no schema filters it. What it may hold is decided where it is made. */
export const FileBody = Type.Any({ description: 'The file.' })

export const FileWanted = Type.Object({ language: maybe(Language) }, closed)
