import type { Facts } from '@trialwright/protocol'
import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, filledForm, person, unfinished } from '../demo/index.ts'
import { cases } from '../cases.ts'
import { underTreatment } from './deviations.ts'
import { ruleForThem } from './women.ts'

/* Holds and stops are asked at a visit: day 42, on 11 May 2026, after what was recorded at screening on 16 March. */

type Answers = NonNullable<Parameters<typeof person>[0]>
type Form = keyof Answers
const today = '2026-05-11'
const at = (encounter: string, date: string) => ({ encounter, date, laboratory: 'east' })

/** A person at day 42 with these answers given there. */
const atDay42 = (answers: Answers, before: Answers = {}): Facts => ({
  ...person(before, {
    today,
    later: (Object.keys(answers) as Form[]).map((form) => filledForm(form, answers[form]!, at('day42', today))),
  }),
  visit: 'day42',
})

const waits = <Given extends Answers>(
  given: string,
  answers: Given,
  answer: 'yes' | 'no' | 'unknown',
  before?: Answers,
) => ({
  given,
  facts: atDay42(answers, before),
  answer,
})

/** Yes, no, not known; and what was said at an earlier visit does not count. */
const saidNow = (item: 'infection' | 'antibiotic') => [
  waits('said at this visit', { safetyEvaluation: { [item]: 'yes' } }, 'yes'),
  waits('denied at this visit', { safetyEvaluation: { [item]: 'no' } }, 'no'),
  waits('not known at this visit', { safetyEvaluation: { [item]: absent('notKnown') } }, 'unknown'),
  waits('said at screening, not asked yet at this visit', {}, 'unknown', { safetyEvaluation: { [item]: 'yes' } }),
]

/** What was last said counts, wherever it was said. */
const lastSaid = (item: 'wishesToStop' | 'allocationRevealed') => [
  waits('said', { safetyEvaluation: { [item]: 'yes' } }, 'yes'),
  waits('denied', { safetyEvaluation: { [item]: 'no' } }, 'no'),
  waits('not known', { safetyEvaluation: { [item]: absent('notKnown') } }, 'unknown', {
    safetyEvaluation: { [item]: undefined },
  }),
  waits('said at screening and not since', {}, 'yes', { safetyEvaluation: { [item]: 'yes' } }),
]

/** Limits of Laboratory East for women: ASAT 35, ALAT 45 U/L. */
const requirements: StudyCases = {
  'requirements.screeningClock': [
    { given: '42 days after consent', facts: person({}, { today: '2026-04-27' }), answer: 'yes' },
    { given: '43 days after consent', facts: person({}, { today: '2026-04-28' }), answer: 'no' },
    { given: 'the day of consent', facts: person(), answer: 'yes' },
    { given: 'no consent', facts: person({}, { events: {} }), answer: 'unknown' },
  ],
  'requirements.mriClock': [
    { given: 'a scan 28 days old', facts: person({ mriReading: { imageDate: '2026-02-16' } }), answer: 'yes' },
    { given: 'a scan 29 days old', facts: person({ mriReading: { imageDate: '2026-02-15' } }), answer: 'no' },
    {
      given: 'a scan 28 days before consent, ten days ago',
      facts: person({ mriReading: { imageDate: '2026-02-16' } }, { today: '2026-03-26' }),
      answer: 'no',
    },
    { given: 'no scan', facts: person({ mriReading: { imageDate: undefined } }), answer: 'unknown' },
  ],
}

const nothingNew = { medicines: 'nothing', vaccines: 'nothing', conditions: 'nothing' } as const

const holds: StudyCases = {
  'holds.fever': [
    waits('38.0 °C', { vitals: { temperature: 38 } }, 'yes'),
    waits('37.9 °C', { vitals: { temperature: 37.9 } }, 'no'),
    waits('38.1 °C', { vitals: { temperature: 38.1 } }, 'yes'),
    waits('not taken', { vitals: { temperature: absent('notDone') } }, 'unknown'),
    waits('39 °C at screening, not taken yet at this visit', {}, 'unknown', { vitals: { temperature: 39 } }),
  ],
  'holds.infection': saidNow('infection'),
  'holds.antibiotic': saidNow('antibiotic'),
  'holds.pregnancyTest': [
    ...ruleForThem({ pregnancyTest: { hcg: 'positive' } }),
    waits('negative', { pregnancyTest: { hcg: 'negative' } }, 'no'),
    waits('positive at screening, negative now', { pregnancyTest: { hcg: 'negative' } }, 'no', {
      pregnancyTest: { hcg: 'positive' },
    }),
    waits('no test', {}, 'unknown', { pregnancyTest: { hcg: undefined } }),
  ],
  'holds.transaminases': [
    waits('ASAT three times the limit', { laboratory: { asat: 105, alat: 22 } }, 'no'),
    waits('ASAT above three times the limit', { laboratory: { asat: 106, alat: 22 } }, 'yes'),
    waits('ALAT three times the limit', { laboratory: { asat: 24, alat: 135 } }, 'no'),
    waits('ALAT above three times the limit', { laboratory: { asat: 24, alat: 136 } }, 'yes'),
    waits(
      'ALAT above three times the limit, ASAT not measured',
      { laboratory: { asat: absent('notDone'), alat: 136 } },
      'yes',
      {
        laboratory: { asat: undefined },
      },
    ),
    waits('high at screening, normal now', { laboratory: { asat: 24, alat: 22 } }, 'no', {
      laboratory: { asat: 300, alat: 300 },
    }),
    waits('high at screening, not measured since', {}, 'yes', { laboratory: { asat: 300 } }),
    waits('ALAT high at screening, not measured since', {}, 'yes', { laboratory: { alat: 300 } }),
    waits('neither measured', {}, 'unknown', { laboratory: { asat: undefined, alat: undefined } }),
  ],
  'holds.neutrophils': [
    waits('1.0', { laboratory: { neutrophils: 1 } }, 'no'),
    waits('0.9', { laboratory: { neutrophils: 0.9 } }, 'yes'),
    waits('1.5', { laboratory: { neutrophils: 1.5 } }, 'no'),
    waits('0.5 at screening, not measured since', {}, 'yes', { laboratory: { neutrophils: 0.5 } }),
    waits('not measured', {}, 'unknown', { laboratory: { neutrophils: undefined } }),
  ],
  'holds.platelets': [
    waits('75', { laboratory: { platelets: 75 } }, 'no'),
    waits('74', { laboratory: { platelets: 74 } }, 'yes'),
    waits('75.5', { laboratory: { platelets: 75.5 } }, 'no'),
    waits('50 at screening, not measured since', {}, 'yes', { laboratory: { platelets: 50 } }),
    waits('not measured', {}, 'unknown', { laboratory: { platelets: undefined } }),
  ],
  'holds.liveVaccine': [
    waits('a live vaccine 4 weeks ago to the day', { vaccines: vaccinated('live', '2026-04-13') }, 'yes'),
    waits('a live vaccine 4 weeks and a day ago', { vaccines: vaccinated('live', '2026-04-12') }, 'no'),
    waits('a live vaccine today', { vaccines: vaccinated('live', today) }, 'yes'),
    waits('a live vaccine the day after consent', { vaccines: vaccinated('live', '2026-03-17') }, 'no'),
    waits('another vaccine yesterday', { vaccines: vaccinated('notLive', '2026-05-10') }, 'no'),
    waits(
      'a vaccine of which it is not known whether it is live',
      { vaccines: vaccinated(absent('notKnown'), '2026-05-10') },
      'unknown',
    ),
    waits(
      'a live vaccine among others',
      {
        vaccines: {
          list: [row('notLive', '2026-04-01'), row('live', '2026-05-01'), row('live', '2026-01-01')],
        },
      },
      'yes',
    ),
    waits('the list not begun', {}, 'unknown', { vaccines: { list: undefined } }),
    waits('a list not said to be all', { vaccines: { list: unfinished() } }, 'unknown'),
    waits('a list of none', { vaccines: { list: [] } }, 'no'),
    waits('one two weeks ago, told at the visit before', {}, 'yes', { vaccines: vaccinated('live', '2026-05-01') }),
  ],
  'holds.logNotWritten': [
    ...(['medicines', 'vaccines'] as const).flatMap((list) => [
      waits(`${list}: nothing new`, { whatIsNew: { ...nothingNew, [list]: 'nothing' } }, 'no'),
      waits(`${list}: written`, { whatIsNew: { ...nothingNew, [list]: 'written' } }, 'no'),
      waits(`${list}: not written`, { whatIsNew: { ...nothingNew, [list]: 'notWritten' } }, 'yes'),
      waits(`${list}: not asked`, { whatIsNew: { ...nothingNew, [list]: absent('notDone') } }, 'unknown'),
    ]),
    waits('asked at the visit before', {}, 'unknown', { whatIsNew: { medicines: 'notWritten' } }),
  ],
}

function row(kind: 'live' | 'notLive' | ReturnType<typeof absent>, date: string) {
  return { name: 'Vaccine', kind, date }
}
function vaccinated(kind: 'live' | 'notLive' | ReturnType<typeof absent>, date: string) {
  return { list: [row(kind, date)] }
}

const reaction = (
  grade: number | ReturnType<typeof absent>,
  anaphylaxis: 'yes' | 'no' | ReturnType<typeof absent>,
) => ({
  timing: 'acute' as const,
  date: today,
  grade,
  anaphylaxis,
  symptoms: 'rash',
  action: 'none' as const,
})
const reacted = (...list: readonly ReturnType<typeof reaction>[]): Answers => ({ reactions: { any: 'yes', list } })
const diseased = (...kinds: readonly string[]): Answers => ({
  safetyEvaluation: { newConditions: 'yes', conditions: kinds.map((kind) => ({ kind: kind as 'other' })) },
})
const stopping = [
  'seriousInfection',
  'tuberculosis',
  'hepatitisB',
  'malignancy',
  'demyelination',
  'lupusLike',
  'heartFailure',
]

const stops: StudyCases = {
  'stops.reaction': [
    waits('grade 3', reacted(reaction(3, 'no')), 'yes'),
    waits('grade 2', reacted(reaction(2, 'no')), 'no'),
    waits('grade 4', reacted(reaction(4, 'no')), 'yes'),
    waits('anaphylaxis of grade 2', reacted(reaction(2, 'yes')), 'yes'),
    waits('a mild one, then grade 3', reacted(reaction(1, 'no'), reaction(3, 'no')), 'yes'),
    waits('grade not known', reacted(reaction(absent('notKnown'), 'no')), 'unknown'),
    waits('anaphylaxis not known', reacted(reaction(1, absent('notKnown'))), 'unknown'),
    waits('none', { reactions: { any: 'no' } }, 'no'),
    waits('none, with a row left over', { reactions: { any: 'no', list: [reaction(4, 'yes')] } }, 'no'),
    waits('some, no row', { reactions: { any: 'yes', list: [] } }, 'no'),
    waits('not asked', {}, 'unknown'),
    waits('at an earlier visit', {}, 'yes', reacted(reaction(3, 'no'))),
  ],
  'stops.newCondition': [
    ...stopping.map((kind) => waits(kind, diseased(kind), 'yes')),
    waits('another disease', diseased('other'), 'no'),
    waits('another disease, and tuberculosis', diseased('other', 'tuberculosis'), 'yes'),
    waits('none', { safetyEvaluation: { newConditions: 'no' } }, 'no'),
    waits(
      'none, with a row left over',
      { safetyEvaluation: { newConditions: 'no', conditions: [{ kind: 'malignancy' }] } },
      'no',
    ),
    waits('some, no row', diseased(), 'no'),
    waits('not known', { safetyEvaluation: { newConditions: absent('notKnown') } }, 'unknown', {
      safetyEvaluation: { newConditions: undefined },
    }),
    waits('at an earlier visit', {}, 'yes', diseased('malignancy')),
  ],
  'stops.pregnancy': [
    ...ruleForThem({ contraception: { pregnant: 'yes' } }),
    waits('not pregnant', { contraception: { pregnant: 'no' } }, 'no'),
    waits('not known', {}, 'unknown', { contraception: { pregnant: undefined } }),
  ],
  'stops.liver': [
    waits('ALAT five times the limit', { laboratory: { alat: 225 } }, 'no'),
    waits('ALAT above five times the limit', { laboratory: { alat: 226 } }, 'yes'),
    waits('jaundice with normal ALAT', { safetyEvaluation: { jaundice: 'yes' } }, 'yes'),
    waits('ALAT high at screening, not measured since', {}, 'yes', { laboratory: { alat: 300 } }),
    waits('jaundice at screening, not asked since', {}, 'yes', { safetyEvaluation: { jaundice: 'yes' } }),
    waits('neither', {}, 'no'),
    waits('jaundice not known', {}, 'unknown', { safetyEvaluation: { jaundice: undefined } }),
    waits('ALAT not measured', {}, 'unknown', { laboratory: { alat: undefined } }),
  ],
  'stops.wish': lastSaid('wishesToStop'),
  'stops.allocationRevealed': lastSaid('allocationRevealed'),
}

const deviations: StudyCases = {
  'deviations.prohibitedImmunosuppressant': underTreatment(cases['EX11'] ?? []),
  'deviations.prohibitedOpioid': underTreatment(cases['EX12'] ?? []),
  'deviations.prohibitedLiveVaccine': underTreatment(holds['holds.liveVaccine'] ?? []),
}

export const rules: StudyCases = { ...requirements, ...holds, ...stops, ...deviations }
