import { defineForm } from '@trialwright/protocol'

export const medications = defineForm(
  'medications',
  {
    title: { en: 'Concomitant medication', nb: 'Annen medisinbruk' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
  },
  {
    any: {
      type: 'yesNo',
      question: { en: 'Uses any medicine', nb: 'Bruker legemidler' },
      selfCheck: { en: 'Do you use any medicines?', nb: 'Bruker du noen legemidler?' },
    },
    list: {
      type: 'repeat',
      optional: true,
      question: { en: 'Medicines', nb: 'Legemidler' },
      of: {
        name: { type: 'text', length: 200, question: { en: 'Medicine', nb: 'Legemiddel' } },
        group: {
          type: 'coded',
          codes: {
            paracetamol: { en: 'Paracetamol (N02BE)', nb: 'Paracetamol (N02BE)' },
            nsaid: { en: 'Anti-inflammatory (M01A)', nb: 'Betennelsesdempende (M01A)' },
            codeine: { en: 'Codeine (N02AJ)', nb: 'Kodein (N02AJ)' },
            tramadol: { en: 'Tramadol (N02AX02)', nb: 'Tramadol (N02AX02)' },
            opioid: { en: 'Other opioid (N02A)', nb: 'Annet opioid (N02A)' },
            glucocorticoid: { en: 'Glucocorticoid', nb: 'Glukokortikoid' },
            immunosuppressant: { en: 'Immunosuppressant (L01, L03, L04)', nb: 'Immundempende (L01, L03, L04)' },
            antibiotic: { en: 'Antibiotic (J01)', nb: 'Antibiotikum (J01)' },
            other: { en: 'Other', nb: 'Annet' },
          },
          question: { en: 'Group', nb: 'Gruppe' },
        },
        route: {
          type: 'coded',
          codes: {
            oral: { en: 'By mouth', nb: 'Gjennom munnen' },
            injection: {
              en: 'Injection under the skin, in muscle or vein',
              nb: 'Injeksjon i hud, muskel eller blodåre',
            },
            infusion: { en: 'Infusion', nb: 'Infusjon' },
            rectal: { en: 'Rectal', nb: 'Rektalt' },
            transdermal: { en: 'Plaster', nb: 'Plaster' },
            inhaled: { en: 'Inhaled', nb: 'Inhalert' },
            nasal: { en: 'Nose', nb: 'Nese' },
            topical: { en: 'Skin or eye', nb: 'Hud eller øye' },
            intraArticular: { en: 'Into a joint', nb: 'I ledd' },
          },
          question: { en: 'Route', nb: 'Administrasjonsmåte' },
        },
        daysPerWeek: {
          type: 'number',
          unit: 'd/wk',
          range: [0, 7],
          question: { en: 'Regular use, days a week', nb: 'Regelmessig bruk, dager i uken' },
          help: {
            en: 'As needed: the usual number of days in the last four weeks.',
            nb: 'Ved behov: vanlig antall dager de siste fire ukene.',
          },
        },
        start: { type: 'date', partial: true, question: { en: 'Start', nb: 'Start' } },
        ongoing: { type: 'yesNo', question: { en: 'Ongoing', nb: 'Pågår' } },
        stop: { type: 'date', partial: true, optional: true, question: { en: 'Stop', nb: 'Slutt' } },
      },
    },
  },
)
