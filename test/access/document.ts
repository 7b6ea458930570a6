import type { Route } from '@trialwright/server'
import type { Cell } from './cells.ts'
import { columns } from './columns.ts'
import { type Rule, table } from './table.ts'

const short: Readonly<Record<string, string>> = {
  participant: 'part.',
  coordinator: 'coord.',
  nurse: 'nurse',
  investigator: 'invest.',
  mriReader: 'reader',
  monitor: 'monitor',
  dataManager: 'data m.',
  statistician: 'statist.',
  inspector: 'inspect.',
  administrator: 'admin.',
  unblindedPharmacist: '**pharm.**',
  safetyOfficer: '**safety**',
  randomisationOfficer: '**random.**',
}

/** The page of the matrix: a row for each route, a column for each role. */
export function documentOf(routes: readonly Route[], cells: readonly Cell[]): string {
  const processes = [...Map.groupBy(routes, ({ process }) => process)]
  return [
    '# Who may do what',
    '',
    'Generated from the route table and from the hand-written expectation in `test/access/table.ts`; the test beside it asks the real',
    `server for every cell: ${routes.length} routes × ${columns.length} roles given at the own site, at another site and at every site, asked of the own and of`,
    `another study, and three strangers (no session, one that was ended, a role that was ended): ${cells.length} cells.`,
    '',
    '- `all`: in the whole study. `site`: what belongs to a site of one’s own; of another site it is refused. `rows`: the list opens and',
    '  holds the rows of one’s own sites. `end`: only after two people have ended the blind. `·`: refused.',
    '- Of another study every role is refused, whatever it is in its own. Without a session only the public routes answer.',
    '- Roles in **bold** are not blinded; nobody holds one of them and a blinded one in the same study.',
    '- Who passes the door is still subject to the decision: the state of participant and study, signatures, second persons.',
    '',
    ...processes.flatMap(([process, of]) => [
      `## ${process}`,
      '',
      `| route | ${columns.map((role) => short[role] ?? role).join(' | ')} |`,
      `|---|${columns.map(() => '---').join('|')}|`,
      ...of
        .filter(({ id }) => id in table)
        .map(({ id, title }) => `| \`${id}\`: ${title} | ${marksOf(table[id]!).join(' | ')} |`),
      '',
    ]),
  ].join('\n')
}

const marks = { study: 'all', site: 'site', list: 'rows', end: 'end' } as const

function marksOf(rule: Rule): readonly string[] {
  if (rule === 'everybody' || rule === 'signedIn') return columns.map(() => 'all')
  return columns.map((role) => (rule.roles.includes(role) ? marks[rule.reach] : '·'))
}
