/** Where a form's values came from, when nobody typed them into it (R3-13). */
export interface FileOrigin {
  readonly kind: 'file'
  /** Name of the file, as its sender called it. */
  readonly name: string
  /** SHA-256 of its bytes, hex. */
  readonly hash: string
  /** Line of the file, from 1. */
  readonly line: number
  /** The laboratory's own number of the sample. */
  readonly sample?: string
  /** Day the laboratory produced the result, `2026-11-22`. */
  readonly produced?: string
}
