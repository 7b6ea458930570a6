import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { breakReasons, type BreakReason } from '@trialwright/conduct'
import { openEnvelope, proofOf, secretFrom, secretId } from '@trialwright/records'
import { Stop } from '../stop.ts'
import { readEnvelope } from './read.ts'
import { openQuestions } from './questions.ts'
import { localTime } from './time.ts'

const help = `trialwright open-envelope <file> --participant OUS-001 [--language en|nb]
trialwright open-envelope --study <study> --site <site> --participant OUS-001 --sealed "XXXX XXXX …"

  Breaks one participant's code while the server is away. Needs no server, no network and no database: the site's envelope
  file, or the letters printed on the participant's envelope, and the site's secret, whole or in its two halves.
  Asks for the secret, for who you are and why; writes a record of the opening beside the file first, then tells the arm.
  Send the record to the randomisation officer as soon as the server is back.`

const words = {
  en: {
    secret: 'Secret (S-…), or the first half (A-…): ',
    second: 'The second half (B-…): ',
    by: 'Your name: ',
    reason: `Reason, 1 emergency care, 2 overdose, 3 exposure of another person, 4 other: `,
    note: 'Why, in a few words: ',
    wrongSecret: 'The secret is mistyped, or a half is missing. Nothing was opened.',
    wrongEnvelope: 'The secret does not open this envelope: another site, another participant, or letters mistyped.',
    missing: 'A name, a reason and a few words are needed. Nothing was opened.',
    written: (file: string) => `The opening is recorded in ${file}. Send it to the randomisation officer.`,
    arm: (participant: string, arm: string) => `${participant}: ${arm}`,
    keep: 'Tell nobody who does not need it for the participant’s care.',
  },
  nb: {
    secret: 'Nøkkel (S-…), eller første halvdel (A-…): ',
    second: 'Andre halvdel (B-…): ',
    by: 'Navnet ditt: ',
    reason: `Grunn, 1 akutt behandling, 2 overdose, 3 eksponering av en annen person, 4 annet: `,
    note: 'Hvorfor, med noen få ord: ',
    wrongSecret: 'Nøkkelen er feilskrevet, eller en halvdel mangler. Ingenting ble åpnet.',
    wrongEnvelope: 'Nøkkelen åpner ikke denne konvolutten: annet senter, annen deltaker, eller feilskrevne bokstaver.',
    missing: 'Navn, grunn og noen få ord trengs. Ingenting ble åpnet.',
    written: (file: string) => `Åpningen er registrert i ${file}. Send den til den randomiseringsansvarlige.`,
    arm: (participant: string, arm: string) => `${participant}: ${arm}`,
    keep: 'Si det ikke til noen som ikke trenger det for å behandle deltakeren.',
  },
} as const

/** Opens one envelope without a server. The record is on the disk before the arm is on the screen. */
export async function openEnvelopeCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    console.log(help)
    return args.length === 0 ? 1 : 0
  }
  const given = options(args)
  const say = words[given.language]
  const { place, sealed, arms, folder } = readEnvelope(given)
  const questions = openQuestions()
  try {
    const first = await questions.ask(say.secret)
    const half = first.trim().toUpperCase().startsWith('S') ? [] : [await questions.ask(say.second)]
    const secret = secretFrom([first, ...half])
    if (!secret) throw new Stop(say.wrongSecret)
    const arm = openEnvelope(secret, place, sealed)
    if (arm === undefined) throw new Stop(say.wrongEnvelope)
    const by = (await questions.ask(say.by)).trim().slice(0, 200)
    const reason = reasonOf(await questions.ask(say.reason))
    const note = (await questions.ask(say.note)).trim().slice(0, 500)
    if (by === '' || reason === undefined || note === '') throw new Stop(say.missing)

    const opening = {
      format: 'trialwright-envelope-opening' as const,
      version: 1 as const,
      ...place,
      secretId: secretId(secret),
      id: randomBytes(16).toString('hex'),
      by,
      at: localTime(),
      reason,
      note,
    }
    const file = path.join(folder, `opening-${place.participant}-${opening.id.slice(0, 8)}.json`)
    writeDurably(file, `${JSON.stringify({ ...opening, proof: proofOf(secret, opening) }, null, 2)}\n`)
    console.log(say.written(file))
    console.log(say.arm(place.participant, arms.find(({ id }) => id === arm)?.[given.language] ?? arm))
    console.log(say.keep)
    return 0
  } finally {
    questions.close()
  }
}

const reasonOf = (typed: string): BreakReason | undefined => {
  const text = typed.trim()
  return breakReasons[Number(text) - 1] ?? breakReasons.find((one) => one === text)
}

/** On the disk itself when it returns; never over a file that is there. */
function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
}

function options(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        participant: { type: 'string' },
        study: { type: 'string' },
        site: { type: 'string' },
        sealed: { type: 'string' },
        language: { type: 'string', default: 'en' },
      },
    })
    if (values.participant === undefined) throw new Error('--participant is missing')
    return {
      file: positionals[0],
      participant: values.participant.trim().toUpperCase(),
      study: values.study,
      site: values.site,
      sealed: values.sealed,
      language: values.language === 'nb' ? ('nb' as const) : ('en' as const),
    }
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${help}`)
  }
}
