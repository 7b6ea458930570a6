import type { Refusal, Text } from '@trialwright/protocol'

/* The refusals of the HTTP door itself; those of the trial come from conduct. */

export const refusal = (
  code: string,
  reason: readonly [string, string],
  remedy: readonly [string, string],
  field?: string,
): Refusal => ({
  code,
  ...(field === undefined ? {} : { field }),
  reason: { en: reason[0], nb: reason[1] },
  remedy: { en: remedy[0], nb: remedy[1] },
})

export const notSignedIn = refusal(
  'notSignedIn',
  ['You are not signed in, or your session has ended.', 'Du er ikke logget inn, eller økten er over.'],
  ['Sign in again.', 'Logg inn på nytt.'],
)

export const signInFailed = refusal(
  'signInFailed',
  ['Name and password do not belong together.', 'Navn og passord hører ikke sammen.'],
  ['Check both and try again.', 'Kontroller begge og prøv igjen.'],
)

export const passwordWrong = refusal(
  'passwordWrong',
  ['The password is not yours, so nothing was signed.', 'Passordet er ikke ditt, så ingenting ble signert.'],
  ['Enter your own password again.', 'Skriv inn ditt eget passord på nytt.'],
  'password',
)

export const signerNotNamed = refusal(
  'signerNotNamed',
  [
    'The first signature after signing in needs your account name beside your password.',
    'Den første signaturen etter innlogging krever kontonavnet ditt i tillegg til passordet.',
  ],
  ['Enter both.', 'Skriv inn begge.'],
  'name',
)

export const nameNotYours = refusal(
  'nameNotYours',
  ['This is not the account you are signed in with.', 'Dette er ikke kontoen du er logget inn med.'],
  ['Enter your own account name, or sign out and in again.', 'Skriv ditt eget kontonavn, eller logg ut og inn igjen.'],
  'name',
)

export const forbidden = refusal(
  'roleMissing',
  ['Your role does not allow this.', 'Rollen din gir ikke adgang til dette.'],
  ['Ask someone whose role allows it, or the administrator.', 'Spør noen med riktig rolle, eller administratoren.'],
)

export const otherSite = refusal(
  'otherSite',
  ['This belongs to another site than yours.', 'Dette hører til et annet senter enn ditt.'],
  ['Ask the staff of that site.', 'Spør de ansatte ved det senteret.'],
)

export const foreignOrigin = refusal(
  'foreignOrigin',
  ['The request came from a page of another site.', 'Forespørselen kom fra en side på et annet nettsted.'],
  ['Open this product in its own tab and try again there.', 'Åpne dette produktet i en egen fane og prøv igjen der.'],
)

export const httpsOnly = refusal(
  'httpsOnly',
  ['A real trial is reached over https only.', 'En virkelig studie nås bare over https.'],
  [
    'Open the address that begins with https; whoever runs the server knows it.',
    'Åpne adressen som begynner med https; den som drifter tjeneren, kjenner den.',
  ],
)

export const notFound = refusal(
  'notFound',
  ['There is nothing here.', 'Det finnes ingenting her.'],
  ['Check the address, or go back to the list.', 'Kontroller adressen, eller gå tilbake til listen.'],
)

export const badAddress = refusal(
  'malformed',
  ['The address cannot be read.', 'Adressen kan ikke leses.'],
  ['Open the page from the list again.', 'Åpne siden fra listen igjen.'],
  'address',
)

export const noParticipant = refusal(
  'participantUnknown',
  ['No participant has this code.', 'Ingen deltaker har denne koden.'],
  ['Check the code, or register the participant first.', 'Kontroller koden, eller registrer deltakeren først.'],
  'code',
)

export const keyMissing = refusal(
  'keyMissing',
  [
    'The request has no Idempotency-Key, or it is not a UUID.',
    'Forespørselen mangler Idempotency-Key, eller den er ikke en UUID.',
  ],
  [
    'Send a new UUID with each new command, and the same one when repeating it.',
    'Send en ny UUID med hver ny kommando, og den samme når den gjentas.',
  ],
  'Idempotency-Key',
)

export const keyReused = refusal(
  'keyReused',
  ['This Idempotency-Key was used for another request.', 'Denne Idempotency-Key er brukt til en annen forespørsel.'],
  ['Use a new key for a new command.', 'Bruk en ny nøkkel til en ny kommando.'],
  'Idempotency-Key',
)

export const conflict = refusal(
  'conflict',
  [
    'Others changed the same record at the same moment, several times.',
    'Andre endret det samme samtidig, flere ganger.',
  ],
  ['Look at what they entered, then try again.', 'Se på det de har ført inn, og prøv igjen.'],
)

export const outcomeUnknown = refusal(
  'outcomeUnknown',
  [
    'The database did not answer, so it is not known whether this was stored.',
    'Databasen svarte ikke, så det er ukjent om dette ble lagret.',
  ],
  [
    'Send the same request again with the same key; it is never carried out twice.',
    'Send den samme forespørselen igjen med samme nøkkel; den utføres aldri to ganger.',
  ],
)

export const unavailable = refusal(
  'unavailable',
  ['The records cannot be read just now.', 'Dataene kan ikke leses akkurat nå.'],
  ['Try again in a moment.', 'Prøv igjen om litt.'],
)

export const tooMany = refusal(
  'tooManyRequests',
  ['There were too many requests in a short time.', 'Det kom for mange forespørsler på kort tid.'],
  ['Wait as long as Retry-After says, then try again.', 'Vent så lenge som Retry-After sier, og prøv igjen.'],
)

export const tooManyAttempts = refusal(
  'tooManyAttempts',
  ['There were too many attempts to sign in from here.', 'Det var for mange forsøk på å logge inn herfra.'],
  ['Wait as long as Retry-After says, then try again.', 'Vent så lenge som Retry-After sier, og prøv igjen.'],
)

export const tooLarge = refusal(
  'tooLarge',
  [
    'The request is larger than this product ever needs.',
    'Forespørselen er større enn dette produktet noen gang trenger.',
  ],
  ['Send less at once.', 'Send mindre om gangen.'],
  'body',
)

export const notJson = refusal(
  'malformed',
  ['The body is not JSON that can be read.', 'Innholdet er ikke JSON som kan leses.'],
  ['Send one JSON object as application/json.', 'Send ett JSON-objekt som application/json.'],
  'body',
)

export const listExhausted = refusal(
  'listExhausted',
  ['The randomisation list of this stratum is used up.', 'Randomiseringslisten for dette stratumet er brukt opp.'],
  [
    'Call the randomisation officer. Nobody was randomised.',
    'Ring den randomiseringsansvarlige. Ingen ble randomisert.',
  ],
)

export const stratumUnforeseen = refusal(
  'stratumUnforeseen',
  [
    'The participant belongs to a group that the sealed randomisation does not foresee.',
    'Deltakeren hører til en gruppe som den forseglede randomiseringen ikke har tatt høyde for.',
  ],
  [
    'Call the randomisation officer. Nobody was randomised.',
    'Ring den randomiseringsansvarlige. Ingen ble randomisert.',
  ],
)

export const noVault = refusal(
  'noVault',
  ['This installation keeps no identities.', 'Denne installasjonen lagrer ingen identiteter.'],
  [
    'Register the participant without one; the code list stays at the site.',
    'Registrer deltakeren uten; kodelisten blir ved senteret.',
  ],
  'identity',
)

export const personKnown = refusal(
  'personKnown',
  [
    'Somebody with the same national number, or the same name and birth date, is registered in the study.',
    'En person med samme fødselsnummer, eller samme navn og fødselsdato, er registrert i studien.',
  ],
  [
    'Ask the person about earlier participation; if it is somebody else, say so and register again.',
    'Spør om tidligere deltakelse; hvis det er en annen person, oppgi det og registrer på nytt.',
  ],
  'identity',
)

export const stillBlind = refusal(
  'stillBlind',
  ['The study is still blind.', 'Studien er fortsatt blindet.'],
  ['Arms can be read after database lock and two signatures.', 'Armene kan leses etter databaselås og to signaturer.'],
)

export const noEnvelopeSecret = refusal(
  'noEnvelopeSecret',
  ['No envelope secret has been drawn for this site.', 'Ingen konvoluttnøkkel er trukket for dette senteret.'],
  ['Draw and print it first.', 'Trekk og skriv den ut først.'],
  'site',
)

export const nobodyRandomised = refusal(
  'nobodyRandomised',
  ['Nobody is randomised at this site.', 'Ingen er randomisert ved dette senteret.'],
  ['Make envelopes after the first randomisation.', 'Lag konvolutter etter første randomisering.'],
  'site',
)

export const openingNotProven = refusal(
  'openingNotProven',
  [
    'This record was not made by opening an envelope of this participant’s site.',
    'Denne filen er ikke laget ved å åpne en konvolutt fra deltakerens senter.',
  ],
  [
    'Choose the file the opening command left, unchanged, and the participant it names.',
    'Velg filen åpningskommandoen laget, uendret, og deltakeren den nevner.',
  ],
  'opening',
)

export const demoOnly = refusal(
  'demoOnly',
  ['This exists in demo mode only.', 'Dette finnes bare i demomodus.'],
  ['Start the product in demo mode to use it.', 'Start produktet i demomodus for å bruke det.'],
)

export const demoTrialLives = refusal(
  'demoTrialLives',
  ['The virtual participants are living on already.', 'De virtuelle deltakerne lever allerede videre.'],
  ['Wait until they have come to the day that was asked for.', 'Vent til de er kommet til dagen det ble bedt om.'],
)

export const demoAccountExists = refusal(
  'demoAccountExists',
  ['A demo account exists, whose password everybody knows.', 'Det finnes en demokonto, med et passord alle kjenner.'],
  ['Disable the demo accounts before opening the study.', 'Deaktiver demokontoene før studien åpnes.'],
)

export const unsafeSetting = (setting: string, shouldBe: string, risk: Text): Refusal =>
  refusal(
    'settingUnsafe',
    [risk.en, risk.nb],
    [`Set ${setting} to ${shouldBe}.`, `Sett ${setting} til ${shouldBe}.`],
    setting,
  )

/** Our own mistake; nothing of it is told. */
export const unexpected = refusal(
  'unexpected',
  [
    'Something went wrong on our side; nothing was stored by this request.',
    'Noe gikk galt hos oss; denne forespørselen lagret ingenting.',
  ],
  [
    'Try again; if it happens again, tell the administrator the time it happened.',
    'Prøv igjen; hvis det skjer igjen, gi administratoren tidspunktet.',
  ],
)

export const malformed = (
  field: string,
  reason: readonly [string, string],
  remedy: readonly [string, string],
): Refusal => refusal('malformed', reason, remedy, field)
