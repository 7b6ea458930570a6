/**
 * Where a vial can be. Each movement takes a count from one account and adds it to another, so that over all of them every lot
 * comes to zero for ever: what `outside` gave is what the others hold.
 */
export const accounts = [
  'outside',
  'quarantine',
  'available',
  'prepared',
  'administered',
  'returned',
  'wasted',
  'destroyed',
  'sentBack',
  'missing',
] as const

export type Account = (typeof accounts)[number]

/** Vials of one lot going from one account to another. */
export interface Move {
  readonly lot: string
  /** 1 or more */
  readonly vials: number
  readonly from: Account
  readonly to: Account
}

export type Balances = Readonly<Record<Account, number>>

export const noVials = Object.fromEntries(accounts.map((account) => [account, 0])) as unknown as Balances

/** The balances after a movement. `outside` alone may go below zero: it is what the site has been given. */
export function post(balances: Balances, { lot, vials, from, to }: Move): Balances {
  if (!Number.isInteger(vials) || vials < 1 || from === to) throw new Error(`no movement of lot ${lot}: ${vials}`)
  const left = balances[from] - vials
  if (from !== 'outside' && left < 0)
    throw new Error(`lot ${lot} has not ${vials} vials ${from}: the stream is damaged`)
  return { ...balances, [from]: left, [to]: balances[to] + vials }
}

/** All accounts of a lot together: zero, or the ledger is damaged. */
export const sumOf = (balances: Balances): number => accounts.reduce((sum, account) => sum + balances[account], 0)

/** Vials still at the site, to be used, sent back or destroyed. */
export const onSite = ({ quarantine, available, prepared, returned, wasted }: Balances): number =>
  quarantine + available + prepared + returned + wasted
