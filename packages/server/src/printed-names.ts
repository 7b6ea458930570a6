import { listAccounts } from '@trialwright/records'
import type { Ports } from './ports.ts'

/** Printed names by account. */
export const namesOf = async (ports: Ports): Promise<ReadonlyMap<string, string>> =>
  new Map((await listAccounts(ports.pools.access)).map(({ accountId, printedName }) => [accountId, printedName]))
