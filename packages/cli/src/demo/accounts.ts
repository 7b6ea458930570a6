import type { Role } from '@trialwright/conduct'
import type { CompiledStudy } from '@trialwright/protocol'
import { createAccount, grantRole, type Pools } from '@trialwright/records'
import { type DemoAccounts, hashPublished } from '@trialwright/server'

export const demoPassword = 'trialwright-demo'

const siteRoles: readonly (readonly [string, Role])[] = [
  ['coordinator', 'coordinator'],
  ['nurse', 'nurse'],
  ['investigator', 'investigator'],
  ['pharmacist', 'unblindedPharmacist'],
  // Who checks what the first one prepared.
  ['pharmacist2', 'unblindedPharmacist'],
]

const studyRoles: readonly (readonly [string, Role])[] = [
  ['mrireader', 'mriReader'],
  ['monitor', 'monitor'],
  ['datamanager', 'dataManager'],
  ['statistician', 'statistician'],
  ['inspector', 'inspector'],
  ['safety', 'safetyOfficer'],
  ['randomisation', 'randomisationOfficer'],
  ['administrator', 'administrator'],
]

// "Eksempel" is no Norwegian surname: nobody takes these for people.
const givenNames =
  'Ada Bjørn Cecilie Dag Eva Finn Guro Håkon Ida Jon Kari Lars Mari Nils Oda Per Ragna Simen Tone Ulf Vilde Yngve Åse Birk Dina Emil Frida Geir Hanna Iver Jorunn Knut Liv Magnus Nora Odin Petra Rolf Sigrid Torstein'.split(
    ' ',
  )

/** One account per role, and per site where a role belongs to one. */
export function demoAccounts({ sites }: CompiledStudy): DemoAccounts {
  const wanted = [
    ...sites.flatMap(({ id }) => siteRoles.map(([name, role]) => ({ name: `${name}.${id}`, role, site: id }))),
    ...studyRoles.map(([name, role]) => ({ name, role, site: null })),
  ]
  const accounts = wanted.map((account, index) => ({
    ...account,
    printedName: `${givenNames[index % givenNames.length]} Eksempel`,
  }))
  return { password: demoPassword, accounts }
}

/** Creates the demo accounts that are not there yet. All have one password, told to everybody, so it is hashed once. `idOf`: an account's id, by its name. */
export async function createDemoAccounts(
  pools: Pools,
  studyId: string,
  { accounts, password }: DemoAccounts,
  idOf?: (name: string) => string,
): Promise<void> {
  const passwordHash = await hashPublished(password)
  await Promise.all(
    accounts.map(async ({ name, printedName, role, site }) => {
      const made = await createAccount(
        pools.access,
        {
          login: name,
          printedName,
          passwordHash,
          locale: 'nb',
          demo: true,
          ...(idOf && { accountId: idOf(name) }),
        },
        'installation',
      )
      if (made.result === 'created')
        await grantRole(pools.access, { accountId: made.accountId, studyId, role, site }, 'installation')
    }),
  )
}
