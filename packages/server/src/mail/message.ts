import type { Mail } from '@trialwright/records'
import type { MailSettings } from './settings.ts'

export interface Message {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  /** The same at every attempt, so that who gets it twice can tell. */
  readonly messageId: string
  readonly date: string
}

/** For whom a kind of message is. */
export const audienceOf = (kind: string): 'sponsor' | 'administrators' =>
  kind === 'signInHeldBack' ? 'administrators' : 'sponsor'

/**
 * The message in both languages. Mail is read on many machines: it says that something happened, to which code, and where it
 * stands in words; reasons and notes, which may tell of somebody's health, stay in the product. No payload holds an arm.
 */
export function messageOf(mail: Mail, settings: MailSettings): Message {
  const { study, key, number, kind, payload, created } = mail
  const { subject, text } = (texts[kind] ?? unknownKind)(payload, settings.address, study)
  return {
    to: settings[audienceOf(kind)],
    subject: oneLine(subject),
    text,
    messageId: `<${study === '-' ? 'installation' : study}.${key}.${number}@${settings.from.split('@')[1]}>`,
    date: created,
  }
}

type Say = (
  payload: Mail['payload'],
  address: string,
  study: string,
) => { readonly subject: string; readonly text: string }

const texts: Readonly<Record<string, Say>> = {
  codeBroken: (payload, address, study) => ({
    subject: `${study}: code broken / kode brutt, ${word(payload['code'])}`,
    text: [
      'A code was broken. / En kode ble brutt.',
      ...aboutLines(payload, study),
      `Reason and note / Begrunnelse og merknad: ${address}/studies/${study}/unblinding`,
    ].join('\n'),
  }),
  accidentalUnblinding: (payload, address, study) => ({
    subject: `${study}: accidental unblinding / utilsiktet avblinding, ${word(payload['code'])}`,
    text: [
      'Somebody came to know an arm by accident. / Noen fikk vite en arm ved et uhell.',
      ...aboutLines(payload, study),
      `How / Hvordan: ${address}/studies/${study}/unblinding`,
    ].join('\n'),
  }),
  signInHeldBack: (_, address) => ({
    subject: 'Sign-in held back / Innlogging holdt tilbake',
    text: [
      'So many sign-ins failed for one account that more are refused for a while.',
      'Så mange innlogginger mislyktes for én konto at flere avvises en stund.',
      `Who and from where / Hvem og hvorfra: ${address}`,
    ].join('\n'),
  }),
}

const unknownKind: Say = (_, address, study) => ({
  subject: `${study}: message / melding`,
  text: `Something waits for you. / Noe venter på deg: ${address}`,
})

const aboutLines = (payload: Mail['payload'], study: string): readonly string[] => [
  `Study / Studie: ${study}`,
  `Participant / Deltaker: ${word(payload['code'])}`,
  `Site / Senter: ${word(payload['site'])}`,
  `Who / Hvem: ${word(payload['who'])}`,
  `When (UTC) / Når (UTC): ${word(payload['at'])}`,
]

const word = (value: unknown): string => (typeof value === 'string' ? oneLine(value).slice(0, 200) : '–')

// A line break in what somebody typed must not begin a line, or a header, of its own.
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ')
