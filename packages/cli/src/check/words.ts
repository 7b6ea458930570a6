import type { Language } from '@trialwright/protocol'

const en = {
  version: 'version',
  criteria: 'CRITERIA',
  inclusion: 'inclusion',
  exclusion: 'exclusion',
  decided: 'decided by',
  concerns: 'concerns',
  reading: 'reading',
  rests: 'rests on assumption',
  judgement: "investigator's signed judgement",
  schedule: 'SCHEDULE',
  encounter: 'Encounter',
  when: 'When',
  window: 'Window',
  contact: 'Contact',
  forms: 'Forms',
  infusion: 'infusion',
  assumptions: 'ASSUMPTIONS',
  confirmed: 'confirmed by',
  open: 'open',
  question: 'question',
  findings: 'FINDINGS',
  none: 'Nothing to mend.',
  error: 'error',
  warning: 'warning',
  anchors: {
    consent: 'consent',
    randomisation: 'randomisation',
    firstInfusion: 'first infusion',
    lastInfusion: 'last infusion',
  },
  units: { d: 'd', mo: 'months' },
  contacts: {
    visit: 'visit',
    phone: 'telephone',
    home: 'at home',
    imaging: 'imaging',
    log: 'log',
    unscheduled: 'unscheduled',
  },
} as const

type Words = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string
    ? string
    : { readonly [Inner in keyof (typeof en)[Key]]: string }
}

/** The headings of the printed study. */
export const words: Readonly<Record<Language, Words>> = {
  en,
  nb: {
    version: 'versjon',
    criteria: 'KRITERIER',
    inclusion: 'inklusjon',
    exclusion: 'eksklusjon',
    decided: 'avgjøres av',
    concerns: 'gjelder',
    reading: 'lest som',
    rests: 'hviler på antakelsen',
    judgement: 'utprøvers signerte vurdering',
    schedule: 'BESØKSPLAN',
    encounter: 'Besøk',
    when: 'Når',
    window: 'Vindu',
    contact: 'Form',
    forms: 'Skjemaer',
    infusion: 'infusjon',
    assumptions: 'ANTAKELSER',
    confirmed: 'bekreftet av',
    open: 'åpen',
    question: 'spørsmål',
    findings: 'FUNN',
    none: 'Ingenting å rette.',
    error: 'feil',
    warning: 'advarsel',
    anchors: {
      consent: 'samtykke',
      randomisation: 'randomisering',
      firstInfusion: 'første infusjon',
      lastInfusion: 'siste infusjon',
    },
    units: { d: 'd', mo: 'måneder' },
    contacts: {
      visit: 'besøk',
      phone: 'telefon',
      home: 'hjemme',
      imaging: 'bildetaking',
      log: 'logg',
      unscheduled: 'ekstra',
    },
  },
}
