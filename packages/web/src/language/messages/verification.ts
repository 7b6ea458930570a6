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
  'verify.takeBack': { en: 'Take back', nb: 'Trekk tilbake' },
} as const satisfies Record<string, Text>
