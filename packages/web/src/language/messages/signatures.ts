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
  'sign.together.help': {
    en: 'Read each visit, tick those you have reviewed, and sign them with one password. Enter ticks and goes on to the next, the arrow keys go up and down.',
    nb: 'Les hvert besøk, kryss av dem du har gått gjennom, og signer dem med ett passord. Enter krysser av og går til neste, piltastene går opp og ned.',
  },
  'sign.together.all': { en: 'All that are complete ({count})', nb: 'Alle som er komplette ({count})' },
  'sign.together.read': { en: 'Read', nb: 'Les' },
  'sign.together.ticked': {
    en: '{count, plural, =0 {No visit ticked} one {# visit ticked} other {# visits ticked}}',
    nb: '{count, plural, =0 {Ingen besøk krysset av} one {# besøk krysset av} other {# besøk krysset av}}',
  },
  'sign.together.changed': {
    en: 'Changed after you ticked it. Read what is there now.',
    nb: 'Endret etter at du krysset av. Les det som står der nå.',
  },
  'sign.together': {
    en: '{count, plural, one {Sign # visit} other {Sign # visits}}',
    nb: 'Signer {count} besøk',
  },
  'sign.together.declare': {
    en: 'I, {name}, have reviewed what is recorded of {code} at {count, plural, one {this visit} other {these # visits}}. It is complete and, as far as I know, right. What I enter here is my signature under {count, plural, one {it} other {each of them}}.',
    nb: 'Jeg, {name}, har gått gjennom det som er registrert for {code} ved {count, plural, one {dette besøket} other {disse # besøkene}}. Det er fullstendig og, så vidt jeg vet, riktig. Det jeg skriver her, er signaturen min under {count, plural, one {det} other {hvert av dem}}.',
  },
  'sign.together.meaning': { en: 'Meaning', nb: 'Betydning' },
  'sign.together.done': {
    en: '{count, plural, one {# visit is signed} other {# visits are signed}}',
    nb: '{count, plural, one {# besøk er signert} other {# besøk er signert}}',
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
