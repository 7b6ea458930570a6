import type { StudyCases } from '@trialwright/protocol/compile'
import { absent, unfinished } from '../demo/index.ts'
import { asked, happened, monthLater, sides } from './checks.ts'

const notApplicable = absent('notApplicable')
const notKnown = absent('notKnown')

export const listCheckCases: StudyCases = {
  medicineStop: [
    ...sides({
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
    asked('used for a day', { medications: { list: [{ start: '2026-02-03', stop: '2026-02-03' }] } }, 'yes'),
  ],
  medicineGoesOn: [
    ...sides({
      elsewhere: 'yes',
      yes: { medications: { list: [{ ongoing: 'yes', stop: '2026-04' }] } },
      no: { medications: { list: [{ ongoing: 'yes', stop: '2026-02' }] } },
      unknown: { medications: { list: [{ ongoing: 'yes' }] } },
      notApplicable: { medications: { list: [{ ongoing: 'no', stop: '2026-02' }] } },
    }),
    asked('goes on, ends today', { medications: { list: [{ ongoing: 'yes', stop: '2026-03-16' }] } }, 'no'),
    asked(
      'goes on, ended after consent',
      { medications: { list: [{ ongoing: 'yes', stop: '2026-04-01' }] } },
      'no',
      monthLater,
    ),
  ],
  immunosuppressionGoesOn: [
    ...sides({
      elsewhere: 'yes',
      yes: { immunosuppression: { treatments: [{ ongoing: 'yes', stop: '2026-04' }] } },
      no: { immunosuppression: { treatments: [{ ongoing: 'yes', stop: '2026-02' }] } },
      unknown: { immunosuppression: { treatments: [{ ongoing: 'yes' }] } },
      notApplicable: { immunosuppression: { treatments: [{ ongoing: 'no', stop: '2026-02' }] } },
    }),
    asked('goes on, ends today', { immunosuppression: { treatments: [{ ongoing: 'yes', stop: '2026-03-16' }] } }, 'no'),
    asked(
      'goes on, ended after consent',
      { immunosuppression: { treatments: [{ ongoing: 'yes', stop: '2026-04-01' }] } },
      'no',
      monthLater,
    ),
  ],
  immunosuppressionListed: [
    ...sides({
      yes: { immunosuppression: { ever: 'yes', treatments: [{ ongoing: 'no' }] } },
      no: { immunosuppression: { ever: 'yes', treatments: [] } },
      unknown: { immunosuppression: { ever: 'yes', treatments: unfinished() } },
      notApplicable: { immunosuppression: { ever: 'no', treatments: [] } },
    }),
    asked('one goes on', { immunosuppression: { ever: 'yes', treatments: [{ ongoing: 'yes' }] } }, 'yes'),
  ],
  immunosuppressionNone: [
    ...sides({
      yes: { immunosuppression: { ever: 'no', treatments: [] } },
      no: { immunosuppression: { ever: 'no', treatments: [{ ongoing: 'no' }] } },
      unknown: { immunosuppression: { ever: 'no' } },
      notApplicable: { immunosuppression: { ever: 'yes' } },
    }),
    asked('one goes on', { immunosuppression: { ever: 'no', treatments: [{ ongoing: 'yes' }] } }, 'no'),
  ],
  eventAfterConsent: [
    ...sides({
      elsewhere: 'yes',
      yes: { adverseEvents: { list: [{ start: '2026-03-16' }] } },
      no: { adverseEvents: { list: [{ start: '2026-03-15' }] } },
      unknown: { adverseEvents: { list: [{ start: '2026-03' }] } },
    }),
    asked('after consent, before today', { adverseEvents: { list: [{ start: '2026-04-01' }] } }, 'yes', monthLater),
  ],
  eventStop: sides({
    elsewhere: 'yes',
    yes: { adverseEvents: { list: [{ start: '2026-03-20', stop: '2026-03-20' }] } },
    no: { adverseEvents: { list: [{ start: '2026-03-20', stop: '2026-03-19' }] } },
    unknown: { adverseEvents: { list: [{ start: '2026-03-20', stop: '2026-03' }] } },
    notApplicable: { adverseEvents: { list: [{ start: '2026-03-20', stop: notApplicable }] } },
  }),
  eventGoesOn: [
    ...sides({
      elsewhere: 'yes',
      yes: { adverseEvents: { list: [{ outcome: 'notRecovered', stop: '2026-04' }] } },
      no: { adverseEvents: { list: [{ outcome: 'notRecovered', stop: '2026-03-16' }] } },
      unknown: { adverseEvents: { list: [{ outcome: 'notRecovered' }] } },
      notApplicable: { adverseEvents: { list: [{ outcome: 'recovered', stop: '2026-03-16' }] } },
    }),
    asked(
      'not recovered, ended after consent',
      { adverseEvents: { list: [{ outcome: 'notRecovered', stop: '2026-04-01' }] } },
      'no',
      monthLater,
    ),
    asked('recovering, ended', { adverseEvents: { list: [{ outcome: 'recovering', stop: '2026-03-10' }] } }, 'no'),
    ...(['recovered', 'sequelae', 'fatal'] as const).map((outcome) =>
      asked(`over: ${outcome}`, { adverseEvents: { list: [{ outcome, stop: '2026-03-10' }] } }, 'notApplicable'),
    ),
  ],
  fatalIsSerious: [
    ...sides({
      elsewhere: 'yes',
      yes: { adverseEvents: { list: [{ outcome: 'fatal', serious: 'yes' }] } },
      no: { adverseEvents: { list: [{ outcome: 'fatal', serious: 'no' }] } },
      unknown: { adverseEvents: { list: [{ outcome: 'fatal' }] } },
      notApplicable: { adverseEvents: { list: [{ outcome: 'recovered', serious: 'no' }] } },
    }),
    ...(['recovering', 'notRecovered', 'sequelae'] as const).map((outcome) =>
      asked(
        `lives, not serious: ${outcome}`,
        { adverseEvents: { list: [{ outcome, serious: 'no' }] } },
        'notApplicable',
      ),
    ),
  ],
  reactionsListed: [
    ...sides({
      yes: { reactions: { any: 'yes', list: [{ timing: 'acute' }] } },
      no: { reactions: { any: 'yes', list: [] } },
      unknown: { reactions: { any: 'yes', list: unfinished() } },
      notApplicable: { reactions: { any: 'no', list: [] } },
    }),
    asked('a delayed one', { reactions: { any: 'yes', list: [{ timing: 'delayed' }] } }, 'yes'),
  ],
  reactionsNone: [
    ...sides({
      yes: { reactions: { any: 'no', list: [] } },
      no: { reactions: { any: 'no', list: [{ timing: 'acute' }] } },
      unknown: { reactions: { any: 'no' } },
      notApplicable: { reactions: { any: 'yes' } },
    }),
    asked('a delayed one', { reactions: { any: 'no', list: [{ timing: 'delayed' }] } }, 'no'),
  ],
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
  newDiseasesListed: [
    ...sides({
      yes: { safetyEvaluation: { newConditions: 'yes', conditions: [{ onset: '2026-02' }] } },
      no: { safetyEvaluation: { newConditions: 'yes', conditions: [] } },
      unknown: { safetyEvaluation: { newConditions: 'yes' } },
      notApplicable: { safetyEvaluation: { newConditions: 'no', conditions: [] } },
    }),
    asked('since today', { safetyEvaluation: { newConditions: 'yes', conditions: [{ onset: '2026-03-16' }] } }, 'yes'),
    asked(
      'since a day after consent',
      { safetyEvaluation: { newConditions: 'yes', conditions: [{ onset: '2026-04-01' }] } },
      'yes',
      monthLater,
    ),
  ],
  otherTreatmentListed: [
    ...sides({
      yes: { coInterventions: { any: 'yes', list: [{ kind: 'physiotherapy' }] } },
      no: { coInterventions: { any: 'yes', list: [] } },
      unknown: { coInterventions: { any: 'yes' } },
      notApplicable: { coInterventions: { any: 'no' } },
    }),
    ...(['chiropractic', 'exercise', 'psychological', 'injection', 'surgery', 'other'] as const).map((kind) =>
      asked(kind, { coInterventions: { any: 'yes', list: [{ kind }] } }, 'yes'),
    ),
  ],
}
