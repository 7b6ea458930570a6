import type { Text } from '@trialwright/protocol'

export const today = {
  'today.title': { en: 'Today', nb: 'I dag' },
  'today.nothing': { en: 'Nothing waits today', nb: 'Ingenting venter i dag' },
  'today.nothingHelp': {
    en: 'No visit is due, no bag waits, and nothing is missing at your sites.',
    nb: 'Ingen besøk står for tur, ingen poser venter, og ingenting mangler ved dine sentre.',
  },
  'today.more': {
    en: '{count, plural, one {# more} other {# more}}, the longest waiting are shown',
    nb: '{count, plural, one {# til} other {# til}}, de som har ventet lengst, vises',
  },
  'today.group.overdue': { en: 'Overdue visits', nb: 'Forfalte besøk' },
  'today.group.today': { en: 'Visits today', nb: 'Besøk i dag' },
  'today.group.thisWeek': { en: 'Visits within a week', nb: 'Besøk den nærmeste uken' },
  'today.group.ready': { en: 'Bags ready, not started', nb: 'Poser som er klare, ikke startet' },
  'today.group.requested': { en: 'Bags requested', nb: 'Bestilte poser' },
  'today.group.expiring': { en: 'Runs out before randomisation', nb: 'Går ut før randomisering' },
  'today.group.reconsent': { en: 'New consent due', nb: 'Nytt samtykke trengs' },
  'today.group.held': { en: 'Treatment on hold', nb: 'Behandling på vent' },
  'today.group.void': { en: 'Signatures that no longer stand', nb: 'Signaturer som ikke lenger gjelder' },
  'today.group.unsigned': { en: 'Visits to sign', nb: 'Besøk å signere' },
  'today.group.queries': { en: 'Open queries', nb: 'Åpne spørsmål' },
  'today.queries': {
    en: '{count, plural, one {# query} other {# queries}}',
    nb: '{count, plural, one {# spørsmål} other {# spørsmål}}',
  },
  'today.group.missing': { en: 'Forms with something missing', nb: 'Skjemaer der noe mangler' },
  'today.until.overdue': { en: 'window closed {day}', nb: 'vinduet stengte {day}' },
  'today.until.today': { en: '{day}', nb: '{day}' },
  'today.until.thisWeek': { en: '{day}', nb: '{day}' },
  'today.until.ready': { en: 'requested {day}', nb: 'bestilt {day}' },
  'today.until.requested': { en: 'requested {day}', nb: 'bestilt {day}' },
  'today.until.expiring': { en: 'no longer holds from {day}', nb: 'gjelder ikke lenger fra {day}' },
  'today.until.reconsent': { en: 'in force since {day}', nb: 'gjelder fra {day}' },
  'today.forms': {
    en: '{count, plural, one {# form} other {# forms}}',
    nb: '{count, plural, one {# skjema} other {# skjemaer}}',
  },
  'today.visits': {
    en: '{count, plural, one {# visit} other {# visits}}',
    nb: '{count, plural, one {# besøk} other {# besøk}}',
  },
  'today.signatures': {
    en: '{count, plural, one {# signature} other {# signatures}}',
    nb: '{count, plural, one {# signatur} other {# signaturer}}',
  },
  'find.title': { en: 'Find participant', nb: 'Finn deltaker' },
  'find.key': { en: 'Ctrl K', nb: 'Ctrl K' },
  'find.hint': { en: 'Code, status or visit', nb: 'Kode, status eller besøk' },
  'find.none': { en: 'Nobody fits', nb: 'Ingen passer' },
  'find.found': {
    en: '{count, plural, one {# participant} other {# participants}}',
    nb: '{count, plural, one {# deltaker} other {# deltakere}}',
  },
} as const satisfies Record<string, Text>
