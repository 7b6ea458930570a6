import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../start/database.ts'
import { readInstallation } from '../start/installation.ts'
import { Stop } from '../stop.ts'
import { loadStudies } from '../studies.ts'
import { firstAdministrator } from './firstAdministrator.ts'

const help = `trialwright administrator --login kari.nordmann --name "Kari Nordmann" [--address https://trial.example.org] [--data ./data]

  Makes the first administrator of an installation, and prints a one-time link with which that person sets a password.
  Refused once there is one: administrators make all further accounts. The server must not be running on the data folder.
  --address      where people reach the product; the link begins with it. That of installation.json unless given;
                 a server in production mode is reached over https only (docs/installation.md)
  --studies      a file that exports the studies, as for start
  DATABASE_URL   an administrator's URL, instead of the embedded database in the data folder`

export async function administratorCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(help)
    return 0
  }
  const { login, name, data: folder, studies, ...told } = options(args)
  const data = path.resolve(folder)
  const address = told.address ?? readInstallation(data, undefined).address ?? 'http://127.0.0.1:4000'
  const database = await openDatabase(data, process.env['DATABASE_URL'] || undefined)
  try {
    const ids = (await loadStudies(studies && path.resolve(studies))).map(({ definition }) => definition.id)
    const link = await firstAdministrator(database.pools, { login, name, address, studies: ids })
    console.log(
      `One-time link for ${name}, for 24 hours. Hand it over in person; it is not shown again:\n\n  ${link}\n`,
    )
    return 0
  } finally {
    await database.close()
  }
}

function options(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        login: { type: 'string' },
        name: { type: 'string' },
        address: { type: 'string' },
        data: { type: 'string', default: 'data' },
        studies: { type: 'string' },
      },
    })
    const { login, name } = values
    if (login === undefined || name === undefined) throw new Error('Both --login and --name are needed.')
    return { ...values, login, name }
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${help}`)
  }
}
