import { normal, oneOf, type SimulationModel, uniform, yesFor } from '@trialwright/protocol/simulation'
import { assumed } from '../assumptions.ts'
import { ranges } from '../demo/ranges.ts'
import { person } from './person.ts'
import { scenarios, values } from './values.ts'

/** BackToBasic's virtual participants. */
export const simulation: SimulationModel = {
  values,
  recruitment: { perMonth: 5.1, sites: assumed.siteTargets },
  scenarios,
  person,
  items: {
    'background.maritalStatus': oneOf({ single: 18, partner: 70, separated: 12 }),
    'background.children': normal(1.7, 1.2),
    'background.education': oneOf({ primary: 10, secondary: 42, shortHigher: 30, longHigher: 18 }),
    'background.work': oneOf({ working: 62, studying: 5, sickListed: 20, benefit: 11, other: 2 }),
    'background.workLoad': oneOf({ sitting: 38, walking: 24, lifting: 24, heavy: 14 }),
    'background.leisureActivity': oneOf({ none: 30, some: 50, much: 20 }),
    'background.smoking': oneOf({ never: 48, former: 30, current: 22 }),
    'background.expectation': normal(6.2, 1.8, { missing: { share: 0.03, why: 'refused' } }),
    'painHistory.nightPain': yesFor(0.45),
    // Measured by people: read or typed wrong now and then, and corrected.
    'vitals.height': uniform(150, 200, { mistyped: 0.03 }),
    'vitals.pulse': uniform(55, 85, { mistyped: 0.01 }),
    'vitals.systolic': uniform(105, 145, { mistyped: 0.005 }),
    'laboratory.platelets': uniform(170, 340, { mistyped: 0.005 }),
  },
  firstContact: [
    'demography',
    'medicalHistory',
    'backSurgery',
    'allergies',
    'immunosuppression',
    'painHistory',
    'painExamination',
    'nrs',
    'odi',
    'mriSafety',
    'childbearing',
    'contraception',
    'medications',
    'vaccinations',
    'vaccines',
    'conditions',
    'whatIsNew',
    'coInterventions',
    'background',
    'vitals',
    'safetyEvaluation',
  ],
  afterInfusion: ['reactions', 'compliance'],
  atReturn: ['vitals', 'safetyEvaluation'],
  retold: ['adverseEvents'],
  consent: (day) => (day < assumed.consentVersions['1.1'] ? '1.0' : '1.1'),
  ranges,
  reviewed: { share: 0.3, forms: ['vitals', 'odi', 'nrs'], asked: 0.6 },
  codeBreaks: { share: 0.4, note: 'Behandlingen av reaksjonen avhenger av hva som ble gitt' },
  unblindedForms: ['drugLevel'],
  deliveries: { infliximab: { brand: 'Remsima', box: 20, shelfLife: 700 } },
}
