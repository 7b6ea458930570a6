export { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './embedded/startEmbedded.ts'
export { EmbeddedFailure, type EmbeddedFailureCode } from './embedded/failure.ts'
