import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { EnvelopeFile, EnvelopePlace } from '@trialwright/records'
import { Stop } from '../stop.ts'

export interface Found {
  readonly place: EnvelopePlace
  readonly sealed: string
  readonly arms: EnvelopeFile['arms']
  /** Where the record of the opening goes. */
  readonly folder: string
}

interface Given {
  readonly file: string | undefined
  readonly participant: string
  readonly study: string | undefined
  readonly site: string | undefined
  readonly sealed: string | undefined
}

/** The participant's envelope, from the site's file or from the letters on paper. */
export function readEnvelope({ file, participant, study, site, sealed }: Given): Found {
  if (file === undefined) {
    if (study === undefined || site === undefined || sealed === undefined)
      throw new Stop('Name the envelope file, or --study, --site and --sealed with the letters on the envelope.')
    return { place: { study, site, participant }, sealed, arms: [], folder: process.cwd() }
  }
  const content = parsed(file)
  const found = content.envelopes.find((one) => one.participant === participant)
  if (!found)
    throw new Stop(
      `The file holds no envelope of ${participant}. It was made on ${content.madeAt} for ${content.site}.`,
    )
  return {
    place: { study: content.study, site: content.site, participant },
    sealed: found.sealed,
    arms: content.arms,
    folder: path.dirname(path.resolve(file)),
  }
}

function parsed(file: string): EnvelopeFile {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Stop(`${file} cannot be read as an envelope file.`)
  }
  const { format, version } = (content ?? {}) as Partial<EnvelopeFile>
  if (format !== 'trialwright-envelopes' || version !== 1) throw new Stop(`${file} is not an envelope file.`)
  return content as EnvelopeFile
}
