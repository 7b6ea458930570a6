import { defineForm } from '@trialwright/protocol'

export const painHistory = defineForm(
  'painHistory',
  { title: { en: 'History of pain', nb: 'Smertehistorie' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    mainSite: {
      type: 'coded',
      codes: {
        lowBack: {
          en: 'Below the 12th rib and above the gluteal folds',
          nb: 'Nedenfor 12. ribben og ovenfor setefoldene',
        },
        above: { en: 'Above the 12th rib', nb: 'Ovenfor 12. ribben' },
        below: { en: 'Below the gluteal folds', nb: 'Nedenfor setefoldene' },
      },
      question: {
        en: 'Where the pain mainly is, from the pain drawing',
        nb: 'Hvor smertene hovedsakelig sitter, fra smertetegningen',
      },
      label: { en: 'Main site of pain', nb: 'Hovedområde for smerte' },
      selfCheck: {
        en: 'Where is your pain mostly? The low back reaches from the lowest rib to the fold under the buttocks.',
        nb: 'Hvor har du mest vondt? Korsryggen går fra nederste ribben til folden under setet.',
      },
    },
    onset: {
      type: 'date',
      partial: true,
      question: { en: 'When this low back pain began', nb: 'Når disse korsryggsmertene begynte' },
      label: { en: 'Onset of pain', nb: 'Smertenes begynnelse' },
      selfCheck: {
        en: 'When did your low back pain begin? Month or year is enough.',
        nb: 'Når begynte korsryggsmertene? Måned eller år er nok.',
      },
    },
    daysWithPain: {
      type: 'number',
      unit: '%',
      range: [0, 100],
      question: {
        en: 'Share of days with low back pain in the last 6 months',
        nb: 'Andel dager med korsryggsmerter de siste 6 månedene',
      },
      label: { en: 'Days with pain', nb: 'Dager med smerte' },
      selfCheck: {
        en: 'In the last six months, on how many per cent of the days have you had low back pain? Every other day is 50.',
        nb: 'Hvor mange prosent av dagene de siste seks månedene har du hatt korsryggsmerter? Annenhver dag er 50.',
      },
    },
    aggravatedBy: {
      type: 'text',
      optional: true,
      question: { en: 'What makes it worse', nb: 'Hva som gjør det verre' },
    },
    morningStiffness: {
      type: 'number',
      unit: 'min',
      range: [0, 600],
      decimals: 0,
      question: { en: 'Morning stiffness', nb: 'Morgenstivhet' },
    },
    morningPain: {
      type: 'yesNo',
      question: { en: 'Pain is worst in the morning', nb: 'Smertene er verst om morgenen' },
    },
    nightPain: { type: 'yesNo', question: { en: 'Woken by pain at night', nb: 'Våkner av smerter om natten' } },
    nsaidRelief: {
      type: 'coded',
      codes: {
        yes: { en: 'Yes', nb: 'Ja' },
        no: { en: 'No', nb: 'Nei' },
        notTried: { en: 'Not tried', nb: 'Ikke forsøkt' },
      },
      question: { en: 'Relief from anti-inflammatory tablets', nb: 'Lindring av betennelsesdempende tabletter' },
    },
    earlierTreatment: {
      type: 'text',
      optional: true,
      question: { en: 'Earlier treatment of the back', nb: 'Tidligere behandling for ryggen' },
    },
  },
)
