import type { Text } from '@trialwright/protocol'

export const common = {
  loading: { en: 'Loading …', nb: 'Laster …' },
  yes: { en: 'Yes', nb: 'Ja' },
  no: { en: 'No', nb: 'Nei' },
  unknown: { en: 'Not known', nb: 'Ikke kjent' },
  notApplicable: { en: 'Not applicable', nb: 'Ikke aktuelt' },
  save: { en: 'Save', nb: 'Lagre' },
  saving: { en: 'Saving …', nb: 'Lagrer …' },
  saved: { en: 'Saved', nb: 'Lagret' },
  cancel: { en: 'Cancel', nb: 'Avbryt' },
  close: { en: 'Close', nb: 'Lukk' },
  print: { en: 'Print', nb: 'Skriv ut' },
  reason: { en: 'Reason', nb: 'Begrunnelse' },
  day: { en: 'Day', nb: 'Dag' },
  time: { en: 'Time', nb: 'Klokkeslett' },
  site: { en: 'Site', nb: 'Senter' },
  password: { en: 'Password', nb: 'Passord' },
  'problem.unknownTitle': {
    en: 'It is not certain that this was saved',
    nb: 'Det er ikke sikkert at dette ble lagret',
  },
  'problem.unknown': {
    en: 'The server did not answer. Your entry is kept here. Sending it again is safe: it can never be recorded twice.',
    nb: 'Tjeneren svarte ikke. Det du skrev, er beholdt her. Du kan trygt sende på nytt: det blir aldri registrert to ganger.',
  },
  'problem.retry': { en: 'Send again', nb: 'Send på nytt' },
  'problem.several': {
    en: '{count, plural, one {# thing stands} other {# things stand}} in the way',
    nb: '{count, plural, one {# ting står} other {# ting står}} i veien',
  },
  'problem.status': {
    en: 'This could not be shown or done (code {status}). Load the page again; if it stays, tell the administrator.',
    nb: 'Dette kunne ikke vises eller gjøres (kode {status}). Last siden på nytt; hjelper det ikke, si fra til administratoren.',
  },
  'problem.stale': {
    en: 'The server did not answer just now. What you see may be out of date.',
    nb: 'Tjeneren svarte ikke nå. Det du ser, kan være utdatert.',
  },
} as const satisfies Record<string, Text>
