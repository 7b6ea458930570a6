import { defineStudy, quantity } from '@trialwright/protocol'
import { assumed } from './assumptions.ts'
import { checks } from './checks.ts'
import { deviations, required } from './deviations.ts'
import { eligibility } from './eligibility.ts'
import { demography } from './forms/demography.ts'
import { adverseEvents } from './forms/adverseEvents.ts'
import { pregnancyTest } from './forms/pregnancyTest.ts'
import { reactions } from './forms/reactions.ts'
import { vitals } from './forms/vitals.ts'
import { eq5dIndex } from './instruments/eq5d5l-norway.ts'
import { hsclMean } from './instruments/hscl25.ts'
import { nrs, painMean } from './instruments/nrs.ts'
import { odi, odiScore } from './instruments/odi.ts'
import { rmdqScore } from './instruments/rmdq.ts'
import { forms, logs, procedures, unscheduled } from './procedures.ts'
import { continuing, holds, requirements, stops } from './rules.ts'
import { encounters, epochs } from './schedule.ts'
import { sites } from './sites.ts'

/** 75 kg → 375 mg, 4 vials of 100 mg, 37.5 mL of concentrate at 10 mg/mL. */
const dose = vitals.weight.times(quantity(5, 'mg/kg'), 'mg')

export const backToBasic = defineStudy({
  id: 'back-to-basic',
  version: '1.0',
  title: {
    en: 'BackToBasic: infliximab in chronic low back pain and Modic changes',
    nb: 'BackToBasic: infliksimab ved langvarige korsryggsmerter og Modic-forandringer',
  },
  summary: {
    en: 'Does infliximab, a medicine against inflammation, reduce disability in people with long-lasting low back pain and Modic changes on MRI? Each participant is given four infusions over 14 weeks, of infliximab or of salt water, and is followed for about ten months.',
    nb: 'Gir infliksimab, et legemiddel mot betennelse, bedre funksjon hos personer med langvarige korsryggsmerter og Modic-forandringer på MR? Hver deltaker får fire infusjoner over 14 uker, med infliksimab eller saltvann, og følges i omtrent ti måneder.',
  },
  registry: {
    id: 'NCT03704363',
    name: 'ClinicalTrials.gov',
    sponsor: 'Oslo University Hospital',
    phase: '3',
    condition: { en: 'Low back pain', nb: 'Korsryggsmerter' },
  },
  target: 126,
  arms: {
    infliximab: {
      type: 'experimental',
      title: { en: 'Infliximab', nb: 'Infliksimab' },
      description: {
        en: 'Intravenous infusion of biosimilar infliximab, 5 mg per kg, on days 0, 14, 42 and 98.',
        nb: 'Intravenøs infusjon av biotilsvarende infliksimab, 5 mg per kg, på dag 0, 14, 42 og 98.',
      },
      product: {
        en: 'Infliximab 100 mg powder, 10 mg/mL when dissolved',
        nb: 'Infliksimab 100 mg pulver, 10 mg/mL ferdig oppløst',
      },
      preparation: {
        dose,
        vials: dose.dividedBy(quantity(100, 'mg/{vial}'), '{vial}').roundedUp(),
        concentrate: dose.dividedBy(quantity(10, 'mg/mL'), 'mL'),
      },
    },
    placebo: {
      type: 'placeboComparator',
      title: { en: 'Placebo', nb: 'Placebo' },
      description: {
        en: 'Intravenous infusion of salt water, on days 0, 14, 42 and 98.',
        nb: 'Intravenøs infusjon av saltvann, på dag 0, 14, 42 og 98.',
      },
      product: { en: 'Sodium chloride 9 mg/mL', nb: 'Natriumklorid 9 mg/mL' },
    },
  },
  sites,
  masking: assumed.masking,
  codeBreak: { treatment: assumed.treatmentAfterCodeBreak },
  randomisation: {
    method: 'permutedBlocks',
    ratio: assumed.ratio,
    blocks: assumed.blocks,
    stratifyBy: assumed.strata,
    slotsPerStratum: assumed.slotsPerStratum,
  },
  infusion: {
    weight: vitals.weight,
    bagVolume: assumed.bagVolume,
    duration: assumed.infusionDuration,
    observation: assumed.observation,
    leastInterval: assumed.leastInterval,
    stopGrade: assumed.stopReaction.value,
    toldBy: [reactions],
  },
  supply: {
    products: {
      infliximab: {
        title: { en: 'Infliximab 100 mg, vials', nb: 'Infliksimab 100 mg, hetteglass' },
        arms: ['infliximab'],
        lowest: quantity(2, 'Cel'),
        highest: quantity(8, 'Cel'),
      },
    },
    horizon: assumed.stockHorizon,
    reserve: assumed.stockReserve,
  },
  verification: {
    critical: [odi, nrs, adverseEvents, reactions, pregnancyTest, { form: vitals, items: ['weight'] }],
    sample: { share: assumed.verifiedShare },
  },
  consent: {
    '1.0': { title: { en: 'Consent, version 1.0', nb: 'Samtykke, versjon 1.0' }, from: assumed.consentVersions['1.0'] },
    '1.1': { title: { en: 'Consent, version 1.1', nb: 'Samtykke, versjon 1.1' }, from: assumed.consentVersions['1.1'] },
  },
  epochs,
  forms,
  derived: [painMean, odiScore, eq5dIndex, rmdqScore, hsclMean],
  eligibility,
  person: { birthDate: demography.birthDate, sex: demography.sex },
  requirements,
  holds,
  stops,
  checks,
  deviations,
  required,
  continuing,
  procedures,
  encounters,
  logs,
  unscheduled,
  outcomes: {
    primary: {
      title: { en: 'Change in disability (ODI) to day 154', nb: 'Endring i funksjon (ODI) til dag 154' },
      measure: odiScore,
      encounter: 'day154',
    },
    secondary: [
      { title: { en: 'Low back pain', nb: 'Korsryggsmerter' }, measure: painMean, encounter: 'day154' },
      { title: { en: 'Disability (RMDQ)', nb: 'Funksjon (RMDQ)' }, measure: rmdqScore, encounter: 'day154' },
      { title: { en: 'Quality of life (EQ-5D)', nb: 'Livskvalitet (EQ-5D)' }, measure: eq5dIndex, encounter: 'day154' },
    ],
  },
  assumptions: assumed,
})
