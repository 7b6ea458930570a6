import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, unfinished } from '../demo/index.ts'
import { happened, sides } from './checks.ts'

const notApplicable = absent('notApplicable')
const notKnown = absent('notKnown')

export const listCheckCases: StudyCases = {
  medicineStop: sides({
    elsewhere: 'yes',
    yes: { medications: { list: [{ start: '2026-01', stop: '2026-02' }] } },
    no: {
      medications: {
        list: [
          { start: '2026-01', stop: '2026-02' },
          { start: '2026-02', stop: '2026-01' },
        ],
      },
    },
    unknown: { medications: { list: [{ start: '2026-01', stop: '2026' }] } },
    notApplicable: { medications: { list: [{ start: '2026-01', stop: notApplicable }] } },
  }),
  medicineGoesOn: sides({
    elsewhere: 'yes',
    yes: { medications: { list: [{ ongoing: 'yes', stop: '2026-04' }] } },
    no: { medications: { list: [{ ongoing: 'yes', stop: '2026-02' }] } },
    unknown: { medications: { list: [{ ongoing: 'yes' }] } },
    notApplicable: { medications: { list: [{ ongoing: 'no', stop: '2026-02' }] } },
  }),
  immunosuppressionGoesOn: sides({
    elsewhere: 'yes',
    yes: { immunosuppression: { treatments: [{ ongoing: 'yes', stop: '2026-04' }] } },
    no: { immunosuppression: { treatments: [{ ongoing: 'yes', stop: '2026-02' }] } },
    unknown: { immunosuppression: { treatments: [{ ongoing: 'yes' }] } },
    notApplicable: { immunosuppression: { treatments: [{ ongoing: 'no', stop: '2026-02' }] } },
  }),
  immunosuppressionListed: sides({
    yes: { immunosuppression: { ever: 'yes', treatments: [{ ongoing: 'no' }] } },
    no: { immunosuppression: { ever: 'yes', treatments: [] } },
    unknown: { immunosuppression: { ever: 'yes', treatments: unfinished() } },
    notApplicable: { immunosuppression: { ever: 'no', treatments: [] } },
  }),
  immunosuppressionNone: sides({
    yes: { immunosuppression: { ever: 'no', treatments: [] } },
    no: { immunosuppression: { ever: 'no', treatments: [{ ongoing: 'no' }] } },
    unknown: { immunosuppression: { ever: 'no' } },
    notApplicable: { immunosuppression: { ever: 'yes' } },
  }),
  eventAfterConsent: sides({
    elsewhere: 'yes',
    yes: { adverseEvents: { list: [{ start: '2026-03-16' }] } },
    no: { adverseEvents: { list: [{ start: '2026-03-15' }] } },
    unknown: { adverseEvents: { list: [{ start: '2026-03' }] } },
  }),
  eventStop: sides({
    elsewhere: 'yes',
    yes: { adverseEvents: { list: [{ start: '2026-03-20', stop: '2026-03-20' }] } },
    no: { adverseEvents: { list: [{ start: '2026-03-20', stop: '2026-03-19' }] } },
    unknown: { adverseEvents: { list: [{ start: '2026-03-20', stop: '2026-03' }] } },
    notApplicable: { adverseEvents: { list: [{ start: '2026-03-20', stop: notApplicable }] } },
  }),
  eventGoesOn: sides({
    elsewhere: 'yes',
    yes: { adverseEvents: { list: [{ outcome: 'notRecovered', stop: '2026-04' }] } },
    no: { adverseEvents: { list: [{ outcome: 'notRecovered', stop: '2026-03-16' }] } },
    unknown: { adverseEvents: { list: [{ outcome: 'notRecovered' }] } },
    notApplicable: { adverseEvents: { list: [{ outcome: 'recovered', stop: '2026-03-16' }] } },
  }),
  fatalIsSerious: sides({
    elsewhere: 'yes',
    yes: { adverseEvents: { list: [{ outcome: 'fatal', serious: 'yes' }] } },
    no: { adverseEvents: { list: [{ outcome: 'fatal', serious: 'no' }] } },
    unknown: { adverseEvents: { list: [{ outcome: 'fatal' }] } },
    notApplicable: { adverseEvents: { list: [{ outcome: 'recovered', serious: 'no' }] } },
  }),
  reactionsListed: sides({
    yes: { reactions: { any: 'yes', list: [{ timing: 'acute' }] } },
    no: { reactions: { any: 'yes', list: [] } },
    unknown: { reactions: { any: 'yes', list: unfinished() } },
    notApplicable: { reactions: { any: 'no', list: [] } },
  }),
  reactionsNone: sides({
    yes: { reactions: { any: 'no', list: [] } },
    no: { reactions: { any: 'no', list: [{ timing: 'acute' }] } },
    unknown: { reactions: { any: 'no' } },
    notApplicable: { reactions: { any: 'yes' } },
  }),
  reactionAfterInfusion: sides(
    {
      elsewhere: 'yes',
      yes: { reactions: { list: [{ date: '2026-03-30' }] } },
      no: { reactions: { list: [{ date: '2026-03-29' }] } },
      unknown: { reactions: { list: [{ date: notKnown }] } },
    },
    happened({ firstInfusion: '2026-03-30' }),
  ),
  anaphylaxisGrade: sides({
    elsewhere: 'yes',
    yes: { reactions: { list: [{ anaphylaxis: 'yes', grade: 3 }] } },
    no: { reactions: { list: [{ anaphylaxis: 'yes', grade: 2 }] } },
    unknown: { reactions: { list: [{ anaphylaxis: 'yes' }] } },
    notApplicable: { reactions: { list: [{ anaphylaxis: 'no', grade: 2 }] } },
  }),
  newDiseasesListed: sides({
    yes: { safetyEvaluation: { newConditions: 'yes', conditions: [{ onset: '2026-02' }] } },
    no: { safetyEvaluation: { newConditions: 'yes', conditions: [] } },
    unknown: { safetyEvaluation: { newConditions: 'yes' } },
    notApplicable: { safetyEvaluation: { newConditions: 'no', conditions: [] } },
  }),
  otherTreatmentListed: sides({
    yes: { coInterventions: { any: 'yes', list: [{ kind: 'physiotherapy' }] } },
    no: { coInterventions: { any: 'yes', list: [] } },
    unknown: { coInterventions: { any: 'yes' } },
    notApplicable: { coInterventions: { any: 'no' } },
  }),
}
