import type { Text } from '@trialwright/protocol'

export const signatures = {
  'tab.signatures': { en: 'Signatures', nb: 'Signaturer' },
  'sign.title': { en: 'Signatures', nb: 'Signaturer' },
  'sign.help': {
    en: 'A signature holds for exactly what was there when it was given. When something signed changes, it shows void and is given again.',
    nb: 'En signatur gjelder akkurat det som sto der da den ble gitt. Når noe signert endres, vises den som ugyldig og gis på nytt.',
  },
  'sign.ofVisit': { en: 'The investigator’s signature', nb: 'Utprøverens signatur' },
  'sign.waiting': { en: 'Waiting for a signature', nb: 'Venter på signatur' },
  'sign.none': { en: 'Not signed yet.', nb: 'Ikke signert ennå.' },
  'sign.unsigned': { en: 'Not signed', nb: 'Ikke signert' },
  'sign.valid': { en: 'Signed', nb: 'Signert' },
  'sign.void': { en: 'Signature void', nb: 'Signaturen er ugyldig' },
  'sign.voidTitle': { en: 'Changed since it was signed', nb: 'Endret siden det ble signert' },
  'sign.earlier': {
    en: '{count, plural, one {One earlier signature} other {# earlier signatures}}',
    nb: '{count, plural, one {Én tidligere signatur} other {# tidligere signaturer}}',
  },
  'sign.visit': { en: 'Sign the visit', nb: 'Signer besøket' },
  'sign.casebook': { en: 'Sign the casebook', nb: 'Signer deltakermappen' },
  'sign.again.visit': { en: 'Sign the visit again', nb: 'Signer besøket på nytt' },
  'sign.again.casebook': { en: 'Sign the casebook again', nb: 'Signer deltakermappen på nytt' },
  'sign.submit': { en: 'Sign', nb: 'Signer' },
  'sign.declare.visit': {
    en: 'I, {name}, have reviewed what is recorded of {code}, {title}. It is complete and, as far as I know, right. What I enter here is my signature.',
    nb: 'Jeg, {name}, har gått gjennom det som er registrert for {code}, {title}. Det er fullstendig og, så vidt jeg vet, riktig. Det jeg skriver her, er signaturen min.',
  },
  'sign.declare.casebook': {
    en: 'I, {name}, have reviewed everything recorded of {code}. It is complete and, as far as I know, right. What I enter here is my signature.',
    nb: 'Jeg, {name}, har gått gjennom alt som er registrert for {code}. Det er fullstendig og, så vidt jeg vet, riktig. Det jeg skriver her, er signaturen min.',
  },
  'sign.nameHelp': {
    en: 'Asked for with the first signature after signing in.',
    nb: 'Kreves ved første signatur etter innlogging.',
  },
  'sign.meaning.confirmsEligibility': { en: 'Confirms eligibility', nb: 'Bekrefter egnethet' },
  'sign.meaning.reviewedVisit': { en: 'Has reviewed the visit’s data', nb: 'Har gått gjennom dataene fra besøket' },
  'sign.meaning.reviewedCasebook': {
    en: 'Has reviewed all data of the participant',
    nb: 'Har gått gjennom alle dataene om deltakeren',
  },
  'sign.meaning.reportsMonitoringVisit': { en: 'Reports a monitoring visit', nb: 'Rapporterer et monitorbesøk' },
  'sign.meaning.delegatesDuties': { en: 'Delegates duties', nb: 'Delegerer oppgaver' },
  'sign.meaning.acceptsDelegation': { en: 'Takes the duties on', nb: 'Påtar seg oppgavene' },
  'sign.meaning.endsDelegation': { en: 'Ends the delegation', nb: 'Avslutter delegeringen' },
  'sign.voidCount': {
    en: '{count, plural, one {One signature is void} other {# signatures are void}}',
    nb: '{count, plural, one {Én signatur er ugyldig} other {# signaturer er ugyldige}}',
  },
} as const satisfies Record<string, Text>
