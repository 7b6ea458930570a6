/** What the audit trail is asked for; the page's address holds it, so that a link leads to any of it. */
export const filterFields = [
  'participant',
  'encounter',
  'form',
  'item',
  'person',
  'role',
  'kind',
  'pattern',
  'from',
  'until',
  'site',
] as const
export type FilterField = (typeof filterFields)[number]
export type AuditFilter = Partial<Readonly<Record<FilterField, string>>>

/** The address of the trail of one place, person or participant. */
export const auditAddress = (study: string, filter: AuditFilter): string =>
  `/studies/${study}/audit?${new URLSearchParams(filter as Record<string, string>)}`

export const filterOf = (address: URLSearchParams): AuditFilter =>
  Object.fromEntries(filterFields.flatMap((field) => (address.get(field) ? [[field, address.get(field)]] : [])))

export const isCode = (text: string): boolean => /^[A-Z]{2,8}-[0-9]{3,6}$/.test(text)
