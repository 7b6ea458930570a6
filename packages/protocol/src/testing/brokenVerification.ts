import { changed, type Broken, type Loose } from './broken.ts'

/* Plans of source verification that must not run. */

const verified = (change: (plan: Loose) => void) =>
  changed((study) => {
    study.verification = { critical: [{ form: study.forms[0].id }], sample: { share: 0.2 } }
    change(study.verification)
  })

export const brokenVerification: Broken = {
  verification: [
    ['a form that is not there', verified((plan) => (plan.critical[0].form = 'gone')), 'verification.critical'],
    ['an item that is not there', verified((plan) => (plan.critical[0].item = 'gone')), 'verification.critical'],
    ['more than everybody', verified((plan) => (plan.sample.share = 1.2)), 'verification.sample.share'],
    ['a site below nobody', verified((plan) => (plan.sample.sites = { north: -0.1 })), 'verification.sample.north'],
  ],
}
