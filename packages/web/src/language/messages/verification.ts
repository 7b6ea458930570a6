import type { Text } from '@trialwright/protocol'

export const verification = {
  'shell.verification': { en: 'Source data verification', nb: 'Kildedataverifisering' },
  'tab.verification': { en: 'Verification', nb: 'Verifisering' },
  'verify.title': { en: 'Source data verification', nb: 'Kildedataverifisering' },
  'verify.help': {
    en: 'Values compared with their source. A mark falls off by itself when the value changes.',
    nb: 'Verdier sammenlignet med kilden. Merket faller av av seg selv når verdien endres.',
  },
  'verify.plan': { en: 'The plan', nb: 'Planen' },
  'verify.sample': {
    en: 'Of {percent} % of the participants every value is verified; who they are was decided by a draw that nobody can foresee.',
    nb: 'For {percent} % av deltakerne verifiseres alle verdier; hvem det er, er avgjort ved en trekning ingen kan forutse.',
  },
  'verify.always': { en: 'Verified for everybody', nb: 'Verifiseres for alle' },
  'verify.bySite': { en: 'By site', nb: 'Per senter' },
  'verify.share': { en: 'Verified in full', nb: 'Verifiseres helt' },
  'verify.percent': { en: '{percent} %', nb: '{percent} %' },
  'verify.progress': { en: 'Verified', nb: 'Verifisert' },
  'verify.of': { en: '{verified} of {planned}', nb: '{verified} av {planned}' },
  'verify.fellOff': {
    en: '{count, plural, one {# changed since} other {# changed since}}',
    nb: '{count, plural, one {# endret siden} other {# endret siden}}',
  },
  'verify.work': { en: 'Where most is left', nb: 'Der det er mest igjen' },
  'verify.first': {
    en: 'The {shown} of {all} participants with most left. The others are found in the list of participants.',
    nb: 'De {shown} av {all} deltakere der mest gjenstår. De andre finnes i deltakerlisten.',
  },
  'verify.nothing': { en: 'Nothing to verify', nb: 'Ingenting å verifisere' },
  'verify.scope': { en: 'Plan', nb: 'Plan' },
  'verify.whole': { en: 'All values', nb: 'Alle verdier' },
  'verify.criticalOnly': { en: 'Critical values', nb: 'Kritiske verdier' },
  'verify.form': { en: 'Form', nb: 'Skjema' },
  'verify.critical': { en: 'critical', nb: 'kritisk' },
  'verify.verify': { en: 'Verify', nb: 'Verifiser' },
  'verify.verified': { en: 'Verified', nb: 'Verifisert' },
  'verify.changed': { en: 'Changed since verified', nb: 'Endret etter verifisering' },
  'verify.planned': { en: 'planned', nb: 'planlagt' },
  'verify.compareVisit': { en: 'Compare with the source', nb: 'Sammenlign med kilden' },
  'verify.visit.help': {
    en: 'Tick each value that agrees with its source, and save once. Enter ticks and goes on to the next, the arrow keys go up and down, Ctrl + S saves.',
    nb: 'Kryss av hver verdi som stemmer med kilden, og lagre én gang. Enter krysser av og går til neste, piltastene går opp og ned, Ctrl + S lagrer.',
  },
  'verify.visit.empty': { en: 'Nothing is recorded here yet', nb: 'Her er ingenting registrert ennå' },
  'verify.visit.emptyHelp': {
    en: 'Values show here as soon as a form of this visit is saved.',
    nb: 'Verdiene vises her så snart et skjema fra dette besøket er lagret.',
  },
  'verify.visit.whole': { en: 'The whole visit', nb: 'Hele besøket' },
  'verify.visit.tickPlanned': {
    en: 'Tick what the plan asks for ({count})',
    nb: 'Kryss av det planen ber om ({count})',
  },
  'verify.visit.tick': { en: 'Tick', nb: 'Kryss av' },
  'verify.visit.value': { en: 'Value', nb: 'Verdi' },
  'verify.visit.recorded': { en: 'As recorded', nb: 'Slik det er registrert' },
  'verify.visit.standing': { en: 'Verification', nb: 'Verifisering' },
  'verify.visit.formWhole': { en: 'All of {form}', nb: 'Alt i {form}' },
  'verify.visit.changedHere': {
    en: 'Changed after you ticked it. Compare the value that is there now.',
    nb: 'Endret etter at du krysset av. Sammenlign verdien som står der nå.',
  },
  'verify.visit.changedNotice': {
    en: '{count, plural, one {Nothing is saved yet: # value was changed meanwhile} other {Nothing is saved yet: # values were changed meanwhile}}',
    nb: '{count, plural, one {Ingenting er lagret ennå: # verdi er endret i mellomtiden} other {Ingenting er lagret ennå: # verdier er endret i mellomtiden}}',
  },
  'verify.visit.ticked': {
    en: '{count, plural, one {# value ticked} other {# values ticked}}',
    nb: '{count, plural, one {# verdi krysset av} other {# verdier krysset av}}',
  },
  'verify.visit.saved': {
    en: '{count, plural, one {# value is verified} other {# values are verified}}',
    nb: '{count, plural, one {# verdi er verifisert} other {# verdier er verifisert}}',
  },
  'verify.visit.save': { en: 'Mark as verified', nb: 'Merk som verifisert' },
  'verify.visit.next': { en: 'Next: {title}', nb: 'Neste: {title}' },
  'verify.visit.leave': {
    en: 'Values are ticked and not saved. Leave all the same?',
    nb: 'Verdier er krysset av og ikke lagret. Forlate siden likevel?',
  },
  'verify.takeBack': { en: 'Take back', nb: 'Trekk tilbake' },
} as const satisfies Record<string, Text>
