import type { Written } from './database.ts'

/**
 * Was a failed statement certainly rolled back? Only these SQLSTATE classes say so: data and constraint errors, syntax and
 * rights, rollback and lock timeouts, raised exceptions, a cancelled query. Anything else (a lost connection, a full disk that
 * may have stopped the commit, a shutdown) leaves the outcome unknown.
 */
export const isDefinite = (error: unknown): boolean => {
  const code = sqlState(error)
  return code !== undefined && (code === '57014' || /^(0A|21|22|23|25|2F|40|42|44|54|55|P0|TW)/.test(code))
}

/** A definite failure that may succeed when simply tried again: serialisation, deadlock, lock or statement time-out. */
export const isPassing = (error: unknown): boolean => /^(40|55|57014)/.test(sqlState(error) ?? '')

export const sqlState = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** Thrown by reads when the database cannot answer now; the request may be repeated. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}

/** The rows of a write whose outcome is known; throws `Unavailable` when it is not. For writes that carry no idempotency key. */
export const certain = <Row>(written: Written<Row>): readonly Row[] => {
  if (written.state === 'unknown') throw new Unavailable(written.reason)
  return written.rows
}
