/** How the installation sends its messages. Absent: they wait in the outbox. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  /** `starttls` begins in the clear and refuses to go on so; `always` is encrypted from the first byte; `none` is for this machine alone. */
  readonly tls: 'starttls' | 'always' | 'none'
  readonly user?: string
  readonly password?: string
  /** Who sends: an address the mail server knows. */
  readonly from: string
  /** Who is told that a code was broken. */
  readonly sponsor: readonly string[]
  /** Who is told that sign-ins were held back. */
  readonly administrators: readonly string[]
  /** Where people reach the product, `https://trial.example.org`. */
  readonly address: string
}
