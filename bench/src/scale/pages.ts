import { type Route, routes } from '@trialwright/server'

/** A page asked for again and again, each time with other participants. */
export interface Page {
  readonly name: string
  readonly account: string
  readonly path: (number: number) => string
}

/** By role, the demo account that reads for it. */
const accounts: Readonly<Record<string, string>> = {
  coordinator: 'coordinator.ous',
  nurse: 'nurse.ous',
  investigator: 'investigator.ous',
  mriReader: 'mrireader',
  monitor: 'monitor',
  dataManager: 'datamanager',
  inspector: 'inspector',
  statistician: 'statistician',
  administrator: 'administrator',
  unblindedPharmacist: 'pharmacist.ous',
  safetyOfficer: 'safety',
  randomisationOfficer: 'randomisation',
}

/** The unblinded side is not multiplied, and these are simulated for seconds by design. */
const left = new Set(['randomisationReport', 'previewRandomisationList', 'signOut'])

/** Every page of the route table, read by the first role that may, monitors before site staff since they see all sites. */
export function pagesToRead(study: string, codes: readonly string[]): readonly Page[] {
  const order = ['monitor', 'dataManager', 'coordinator', ...Object.keys(accounts)]
  const tabled = routes
    .filter((route) => route.method === 'GET' && !left.has(route.id))
    .flatMap((route): readonly Page[] => {
      const role = order.find((each) => mayRead(route, each))
      if (role === undefined) return []
      return [
        {
          name: `${route.id} (${role})`,
          account: accounts[role]!,
          path: (number) => addressOf(route, study, codes, number),
        },
      ]
    })
  return [...tabled, ...searches(study, codes)]
}

const mayRead = ({ access }: Route, role: string): boolean =>
  access.kind === 'roles' ? (access.roles as readonly string[]).includes(role) : true

function addressOf({ path, query }: Route, study: string, codes: readonly string[], number: number): string {
  const filled = path
    .replace(':study', study)
    .replace(':code', codes[(number * 7919) % codes.length]!)
    .replace(':encounter', 'day42')
    .replace(':form', 'vitals')
    .replace(':site', 'ous')
    .replace(':lot', 'none')
    .replace(/:[a-z]+/gi, 'none')
  const required = (query as { required?: readonly string[] } | undefined)?.required ?? []
  return required.includes('of') ? `${filled}?of=data` : filled
}

/** The list as it is typed in, and the audit trail asked in all its ways. */
function searches(study: string, codes: readonly string[]): readonly Page[] {
  const base = `/api/studies/${study}`
  const typed = ['o', 'ou', 'ous', 'ous-1', 'ous-14', 'dag 42', 'under behandling', 'trondheim']
  const list = typed.map(
    (text): Page => ({
      name: `list, typed "${text}"`,
      account: 'monitor',
      path: () => `${base}/participants?q=${encodeURIComponent(text)}`,
    }),
  )
  const patterns = ['correction', 'afterQuery', 'afterSignature', 'oddHours', 'manyInAnHour', 'backDated', 'lateEntry']
  const audit: readonly (readonly [string, (number: number) => string])[] = [
    ['newest', () => ''],
    ['far down', (number) => `before=${1_000 + number * 997}`],
    [
      'of a value',
      (number) => `participant=${codes[(number * 31) % codes.length]}&encounter=day42&form=vitals&item=weight`,
    ],
    ['of a form', () => 'form=vitals'],
    ['of a kind', () => 'kind=visits'],
    ['of a rare kind', () => 'kind=unblinding'],
    ['of a site', () => 'site=ous'],
    ['of a role', () => 'role=coordinator'],
    ['of a month', () => 'from=2026-09-01&until=2026-09-30'],
    ['of a kind in a month', () => 'kind=values&from=2026-09-01&until=2026-09-30'],
    ...patterns.map((pattern) => [`pattern ${pattern}`, () => `pattern=${pattern}`] as const),
  ]
  return [
    ...list,
    ...audit.map(
      ([name, query]): Page => ({
        name: `audit, ${name}`,
        account: 'monitor',
        path: (number) => `${base}/audit?${query(number)}`,
      }),
    ),
  ]
}
