import Type from 'typebox'
import { closed, Id, ParticipantCode } from './common.ts'

export const NoParams = Type.Object({}, closed)
export const StudyParams = Type.Object({ study: Id }, closed)
export const ParticipantParams = Type.Object({ study: Id, code: ParticipantCode }, closed)
export const FormParams = Type.Object({ study: Id, code: ParticipantCode, encounter: Id, form: Id }, closed)
export const EncounterParams = Type.Object({ study: Id, code: ParticipantCode, encounter: Id }, closed)
export const SiteParams = Type.Object({ study: Id, site: Id }, closed)
