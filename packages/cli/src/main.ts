import { Stop } from './stop.ts'

const help = `trialwright <command>

  start    start the database, the server and the pages
  check    print a study's criteria, schedule and assumptions, and what is wrong with it
  administrator  make the first administrator of an installation, with a one-time link
  verify   recompute the audit logs and name the first bad record
  simulate run a whole trial with virtual participants, and report on it
  verify-export          check an export of audit records by itself, without server and database
  open-envelope          break one participant's code while the server is away
  verify-allocation      work every allocation out again from the sealed seed, after unblinding
  mutation-score         how many slips of a protocol's author the study's own examples notice
  randomisation-report   try the study's randomisation out: balance, and what a guesser gets right

trialwright <command> --help tells more.`

type Command = (args: readonly string[]) => Promise<number>

// Each loads only what it needs.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start/command.ts')).startCommand,
  check: async () => (await import('./check/check.ts')).check,
  administrator: async () => (await import('./administrator/command.ts')).administratorCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  simulate: async () => (await import('./simulate/command.ts')).simulateCommand,
  'verify-export': async () => (await import('./verify-export.ts')).verifyExport,
  'open-envelope': async () => (await import('./open-envelope/command.ts')).openEnvelopeCommand,
  'mutation-score': async () => (await import('./mutation-score/command.ts')).mutationScoreCommand,
  'verify-allocation': async () => (await import('./verify-allocation.ts')).verifyAllocation,
  'randomisation-report': async () => (await import('./randomisation-report/command.ts')).randomisationReport,
}

const [name = 'help', ...args] = process.argv.slice(2)

try {
  const load = commands[name]
  if (load) process.exitCode = await (await load())(args)
  else {
    console.log(help)
    process.exitCode = ['help', '--help', '-h'].includes(name) ? 0 : 1
  }
} catch (error) {
  // A sentence for what the person can mend; a stack for what only we can.
  console.error(error instanceof Stop ? error.message : error)
  process.exitCode = 1
}
