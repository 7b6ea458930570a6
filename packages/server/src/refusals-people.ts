import { refusal } from './refusals.ts'

/* Refusals of sign-in, of one's own account, and of the administrator's pages. */

export const secondFactorNeeded = refusal(
  'secondFactorNeeded',
  ['This account also asks for a code.', 'Denne kontoen ber også om en kode.'],
  [
    'Enter the six digits your authenticator app shows now, or a recovery code.',
    'Skriv de seks sifrene autentiseringsappen viser nå, eller en reservekode.',
  ],
  'code',
)

export const codeWrong = refusal(
  'codeWrong',
  ['The code is not the one expected now, or was used before.', 'Koden er ikke den som ventes nå, eller er brukt før.'],
  ['Wait for the next code and enter that one.', 'Vent på neste kode og skriv inn den.'],
  'code',
)

export const notTheOwner = refusal(
  'passwordWrong',
  ['The password is not yours, so nothing was changed.', 'Passordet er ikke ditt, så ingenting ble endret.'],
  ['Enter your own password again.', 'Skriv inn ditt eget passord på nytt.'],
  'password',
)

export const passwordShort = refusal(
  'passwordShort',
  ['The password has fewer than 15 characters.', 'Passordet har færre enn 15 tegn.'],
  ['Choose four or five words that do not belong together.', 'Velg fire eller fem ord som ikke hører sammen.'],
  'next',
)

export const passwordCommon = refusal(
  'passwordCommon',
  [
    'The password is made of what guessers try first: common words, names, years or rows of keys.',
    'Passordet består av det gjettere prøver først: vanlige ord, navn, årstall eller tastaturrekker.',
  ],
  ['Choose four or five words that do not belong together.', 'Velg fire eller fem ord som ikke hører sammen.'],
  'next',
)

export const invitationEnded = refusal(
  'invitationEnded',
  [
    'This link was used already, has ended, or was replaced by a newer one.',
    'Denne lenken er allerede brukt, utløpt eller erstattet av en nyere.',
  ],
  ['Ask the administrator for a new link.', 'Be administratoren om en ny lenke.'],
  'token',
)

export const passkeyRefused = refusal(
  'passkeyRefused',
  [
    'The passkey opens no account here, or the answer came too late.',
    'Passnøkkelen åpner ingen konto her, eller svaret kom for sent.',
  ],
  ['Try again, or sign in with your password.', 'Prøv igjen, eller logg inn med passordet.'],
)

export const authenticatorThere = refusal(
  'authenticatorThere',
  ['An authenticator app is connected already.', 'En autentiseringsapp er allerede tilkoblet.'],
  ['Remove it first, then connect the new one.', 'Fjern den først, og koble så til den nye.'],
)

export const authenticatorMissing = refusal(
  'authenticatorMissing',
  [
    'No authenticator app is connected or being connected.',
    'Ingen autentiseringsapp er tilkoblet eller under tilkobling.',
  ],
  ['Begin again from your account’s page.', 'Begynn på nytt fra kontosiden din.'],
)

export const identityNotChecked = refusal(
  'identityNotChecked',
  [
    'Nobody has recorded a check of your identity, so you cannot sign yet.',
    'Ingen har registrert kontroll av identiteten din, så du kan ikke signere ennå.',
  ],
  [
    'Show your proof of identity to the monitor or an administrator, who records it.',
    'Vis legitimasjon til monitoren eller en administrator, som registrerer det.',
  ],
)

export const noPerson = refusal(
  'personUnknown',
  ['No active account is this one.', 'Ingen aktiv konto er denne.'],
  ['Load the page again and choose from the list.', 'Last siden på nytt og velg fra listen.'],
  'person',
)

export const loginTaken = refusal(
  'loginTaken',
  [
    'This account name is or was somebody’s; names are never given to a second person.',
    'Dette kontonavnet er eller var noens; navn gis aldri til en ny person.',
  ],
  ['Choose another one.', 'Velg et annet.'],
  'login',
)

export const otherBlindness = refusal(
  'otherBlindness',
  [
    'The person has or had a role on the other side of the blind in this study.',
    'Personen har eller hadde en rolle på den andre siden av blindingen i denne studien.',
  ],
  [
    'Give the role to somebody else: what a person has learned does not end with a role.',
    'Gi rollen til en annen: det en person har fått vite, slutter ikke med en rolle.',
  ],
  'role',
)

export const roleNeedsSite = refusal(
  'roleNeedsSite',
  ['This role is held at one site.', 'Denne rollen gjelder ett senter.'],
  ['Choose the site.', 'Velg senteret.'],
  'site',
)

export const roleSpanWrong = refusal(
  'roleSpanWrong',
  [
    'The role would end before it begins, or has ended already.',
    'Rollen ville slutte før den begynner, eller er alt slutt.',
  ],
  [
    'Let the last day come after the first, and not before today.',
    'La siste dag komme etter første, og ikke før i dag.',
  ],
  'until',
)

export const noGrant = refusal(
  'grantUnknown',
  ['This role is not held, or has ended already.', 'Denne rollen er ikke i kraft, eller er alt avsluttet.'],
  ['Load the page again and look at the list.', 'Last siden på nytt og se på listen.'],
)

export const ownReview = refusal(
  'ownReview',
  ['Nobody reviews their own role.', 'Ingen gjennomgår sin egen rolle.'],
  ['Ask another administrator or the monitor.', 'Be en annen administrator eller monitoren.'],
)

export const ownAccount = refusal(
  'ownAccount',
  ['Nobody ends their own account.', 'Ingen avslutter sin egen konto.'],
  ['Ask another administrator.', 'Be en annen administrator.'],
)

export const ownIdentity = refusal(
  'ownIdentity',
  ['Nobody checks their own identity.', 'Ingen kontrollerer sin egen identitet.'],
  [
    'Show your proof of identity to a colleague who may record it.',
    'Vis legitimasjonen til en kollega som kan registrere det.',
  ],
)

export const identityByIssuer = refusal(
  'identityByIssuer',
  [
    'Whoever issued a person’s link cannot also check the identity: one alone could then sign as another.',
    'Den som laget lenken til en person, kan ikke også kontrollere identiteten: da kunne én alene signere som en annen.',
  ],
  [
    'Let another administrator or the monitor record the check.',
    'La en annen administrator eller monitoren registrere kontrollen.',
  ],
)

export const notActivated = refusal(
  'notActivated',
  ['The person has not opened the account yet.', 'Personen har ikke åpnet kontoen ennå.'],
  ['Record the check once the link has been used.', 'Registrer kontrollen når lenken er brukt.'],
)

export const linkTaken = refusal(
  'linkTaken',
  [
    'This person of the provider opens another account already.',
    'Denne personen hos leverandøren åpner allerede en annen konto.',
  ],
  [
    'Check the identifier; remove the other link first if it is right.',
    'Kontroller identifikatoren; fjern den andre lenken først hvis den stemmer.',
  ],
  'subject',
)

export const providerSilent = refusal(
  'providerSilent',
  ['The identity provider does not answer.', 'Identitetsleverandøren svarer ikke.'],
  ['Try again in a moment, or sign in with your password.', 'Prøv igjen om litt, eller logg inn med passordet.'],
)
