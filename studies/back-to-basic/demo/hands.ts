/** How the script acts: through the public commands, as somebody of a role at a site. */
export interface Hands {
  /** For signatures. */
  readonly password: string
  command(role: string, site: string, code: string, name: string, body?: object): Promise<void>
  read<Answer>(role: string, site: string, path: string): Promise<Answer>
  post<Answer>(role: string, site: string | null, path: string, body?: object): Promise<Answer>
}

export interface Step {
  /** Counted from today, −1 being yesterday. */
  readonly day: number
  readonly act: (hands: Hands, code: string, today: string) => Promise<void>
}
