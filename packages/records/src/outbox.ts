import type { Database } from './pools/database.ts'
import { certain } from './pools/failure.ts'

/** A message of the outbox. Study, key and number name it for ever, so whoever gets it twice can tell. */
export interface Mail {
  readonly study: string
  readonly key: string
  readonly number: number
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
  /** When the command was recorded, in UTC, as the head of a mail writes it (RFC 5322). */
  readonly created: string
}

/** Takes what is due; a message taken is not due again for a minute, and for longer each time. */
export const takeMail = async (blinded: Database, most: number): Promise<readonly Mail[]> =>
  certain(
    await blinded.write<Mail>('select study, key, number, kind, payload, created from record.take_mail($1)', [most]),
  )

export const mailSent = async (blinded: Database, { study, key, number }: Mail): Promise<void> =>
  void certain(await blinded.write('select record.mail_sent($1, $2, $3)', [study, key, number]))

export const mailFailed = async (blinded: Database, { study, key, number }: Mail, why: string): Promise<void> =>
  void certain(await blinded.write('select record.mail_failed($1, $2, $3, $4)', [study, key, number, why]))

/** A message that waits, without what it says. */
export interface WaitingMail {
  readonly kind: string
  readonly created: string
  readonly attempts: number
  readonly next?: string
  readonly failure?: string
}

/** Messages of the study and of the installation that wait, oldest first. */
export const waitingMail = async (blinded: Database, studyId: string): Promise<readonly WaitingMail[]> => {
  const rows = await blinded.read<{ row: WaitingMail }>(
    `select jsonb_strip_nulls(jsonb_build_object('kind', o.kind, 'attempts', o.attempts, 'failure', o.failure,
       'created', to_char(o.created_at at time zone 'UTC', $2), 'next', to_char(o.next_at at time zone 'UTC', $2))) as row
     from record.outbox o where o.sent_at is null and o.study_id in ($1, '-') order by o.created_at limit 100`,
    [studyId, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'],
  )
  return rows.map(({ row }) => row)
}
