import { defineForm } from '@trialwright/protocol'

/** A log: each medicine once, from its start to its end. */
export const medications = defineForm(
  'medications',
  {
    title: { en: 'Concomitant medication', nb: 'Annen medisinbruk' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
    help: {
      en: 'One row for each medicine, from its start to its end. A new dose of the same medicine is a new row.',
      nb: 'Én rad for hvert legemiddel, fra start til slutt. Ny dose av samme legemiddel er en ny rad.',
    },
  },
  {
    list: {
      type: 'repeat',
      question: { en: 'Medicines', nb: 'Legemidler' },
      selfCheck: { en: 'Do you use any medicines?', nb: 'Bruker du noen legemidler?' },
      of: {
        name: { type: 'text', length: 200, question: { en: 'Medicine', nb: 'Legemiddel' } },
        atc: {
          type: 'text',
          length: 7,
          classification: 'atc',
          question: { en: 'ATC code', nb: 'ATC-kode' },
          help: { en: 'It stands on the package.', nb: 'Den står på pakningen.' },
          // The substances' own names; the classification's text is licensed.
          suggestions: {
            N02BE01: { en: 'paracetamol', nb: 'paracetamol' },
            M01AE01: { en: 'ibuprofen', nb: 'ibuprofen' },
            M01AE02: { en: 'naproxen', nb: 'naproksen' },
            M01AB05: { en: 'diclofenac', nb: 'diklofenak' },
            N02AJ06: { en: 'codeine and paracetamol', nb: 'kodein og paracetamol' },
            N02AX02: { en: 'tramadol', nb: 'tramadol' },
            N02AA05: { en: 'oxycodone', nb: 'oksykodon' },
            N02AE01: { en: 'buprenorphine', nb: 'buprenorfin' },
            H02AB06: { en: 'prednisolone', nb: 'prednisolon' },
            L04AX03: { en: 'methotrexate', nb: 'metotreksat' },
            N03AX12: { en: 'gabapentin', nb: 'gabapentin' },
            N06AA09: { en: 'amitriptyline', nb: 'amitriptylin' },
          },
        },
        dose: { type: 'text', length: 100, optional: true, question: { en: 'Dose', nb: 'Dose' } },
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
          label: { en: 'Route', nb: 'Måte' },
        },
        daysPerWeek: {
          type: 'number',
          unit: 'd/wk',
          range: [0, 7],
          question: { en: 'Regular use, days a week', nb: 'Regelmessig bruk, dager i uken' },
          label: { en: 'Days a week', nb: 'Dager i uken' },
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
