import type { StudyExamples } from '@trialwright/protocol/compile'

/* Counted on a calendar: a usual course, and one that begins on the last of January and has one infusion only. */

const usual = { consent: '2026-03-16', firstInfusion: '2026-03-30', lastInfusion: '2026-07-06' }
const once = { consent: '2027-12-20', firstInfusion: '2028-01-31', lastInfusion: '2028-01-31' }

const due = (planned: string, from: string, to: string) => ({ happened: usual, planned, from, to })
const dueOnce = (planned: string, from: string, to: string) => ({ happened: once, planned, from, to })

export const schedule: StudyExamples['schedule'] = {
  screening: [due('2026-03-16', '2026-03-16', '2026-04-27')],
  day0: [due('2026-03-16', '2026-03-16', '2026-04-27')],
  day14: [due('2026-04-13', '2026-04-10', '2026-04-16'), dueOnce('2028-02-14', '2028-02-11', '2028-02-17')],
  hcgMonth1: [due('2026-04-30', '2026-04-25', '2026-05-05'), dueOnce('2028-02-29', '2028-02-24', '2028-03-05')],
  day42: [due('2026-05-11', '2026-05-06', '2026-05-16')],
  hcgMonth2: [due('2026-05-30', '2026-05-25', '2026-06-04')],
  hcgMonth3: [due('2026-06-30', '2026-06-25', '2026-07-05')],
  day98: [due('2026-07-06', '2026-06-29', '2026-07-13')],
  hcgMonth4: [due('2026-07-30', '2026-07-25', '2026-08-04')],
  hcgMonth5: [due('2026-08-30', '2026-08-25', '2026-09-04')],
  day154: [due('2026-08-31', '2026-08-17', '2026-09-14')],
  hcgMonth6: [due('2026-09-30', '2026-09-25', '2026-10-05')],
  mriFollowUp: [due('2026-09-30', '2026-09-30', '2026-10-30'), dueOnce('2028-07-31', '2028-07-31', '2028-08-30')],
  hcgMonth7: [due('2026-10-30', '2026-10-25', '2026-11-04')],
  hcgMonth8: [due('2026-11-30', '2026-11-25', '2026-12-05'), dueOnce('2028-09-30', '2028-09-25', '2028-10-05')],
  hcgMonth9: [due('2026-12-30', '2026-12-25', '2027-01-04')],
  day278: [due('2027-01-02', '2026-12-19', '2027-01-16'), dueOnce('2028-07-29', '2028-07-15', '2028-08-12')],
}
