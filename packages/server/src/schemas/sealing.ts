import Type from 'typebox'
import { clientTime, closed, maybe, Reason } from './common.ts'

/** Why a scheme that can be guessed is kept all the same; asked for only then. */
export const SealListBody = Type.Object({ signOff: maybe(Reason), ...clientTime }, closed)
