import { defineForm } from '@trialwright/protocol'

/** Taken at the site, analysed elsewhere. */
export const drugLevelSample = defineForm(
  'drugLevelSample',
  {
    title: { en: 'Sample for drug level and antibodies', nb: 'Prøve til legemiddelnivå og antistoffer' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'sample',
  },
  {
    taken: { type: 'yesNo', question: { en: 'Taken before the infusion', nb: 'Tatt før infusjonen' } },
    time: { type: 'time', optional: true, question: { en: 'Time of sample', nb: 'Prøvetidspunkt' } },
  },
)

/** Each of these tells the arm. */
export const drugLevel = defineForm(
  'drugLevel',
  {
    title: { en: 'Drug level and anti-drug antibodies', nb: 'Legemiddelnivå og antistoffer mot legemidlet' },
    blinding: 'unblindedOnly',
    filledBy: 'site',
    burden: 'sample',
  },
  {
    infliximab: {
      type: 'number',
      unit: 'mg/L',
      alsoIn: ['ug/mL'],
      range: [0, 500],
      question: { en: 'Infliximab in serum', nb: 'Infliksimab i serum' },
    },
    antibodies: {
      type: 'coded',
      codes: {
        none: { en: 'Not detected', nb: 'Ikke påvist' },
        low: { en: 'Low', nb: 'Lavt' },
        high: { en: 'High', nb: 'Høyt' },
      },
      question: { en: 'Anti-drug antibodies', nb: 'Antistoffer mot legemidlet' },
    },
  },
)
