export type EmbeddedFailureCode =
  | 'alreadyRunning'
  | 'folderNotWritable'
  | 'initialisationFailed'
  | 'noDroppedUser'
  | 'otherMajorVersion'
  | 'passwordMissing'
  | 'startFailed'
  | 'stillRunning'
  | 'unsupportedPlatform'

/** Why the embedded PostgreSQL cannot serve. The message is one sentence for the person who started the program. */
export class EmbeddedFailure extends Error {
  readonly code: EmbeddedFailureCode

  constructor(code: EmbeddedFailureCode, sentence: string) {
    super(sentence)
    this.name = 'EmbeddedFailure'
    this.code = code
  }
}
