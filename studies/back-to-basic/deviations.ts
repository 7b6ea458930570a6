import { allOf, defineRules, firstInfusion, today } from '@trialwright/protocol'
import { eligibility } from './eligibility.ts'
import { pregnancyTest } from './forms/pregnancyTest.ts'
import { holds } from './rules.ts'

const tellSponsor = {
  en: 'Tell the sponsor; the investigator judges whether treatment goes on.',
  nb: 'Meld fra til sponsor; utprøver vurderer om behandlingen fortsetter.',
}
const underTreatment = today.isOnOrAfter(firstInfusion)

/** Asked of every visit from the first infusion on: what excluded before it is forbidden after it. */
export const deviations = defineRules({
  prohibitedImmunosuppressant: {
    text: {
      en: 'Systemic glucocorticoid or other immunosuppressant under treatment',
      nb: 'Systemisk glukokortikoid eller annen immundempende behandling under studien',
    },
    holds: allOf(underTreatment, eligibility.exclusion.EX11.holds),
    reading: { en: 'As EX11, on the day of the visit.', nb: 'Som EX11, på besøksdagen.' },
    remedy: tellSponsor,
  },
  prohibitedOpioid: {
    text: { en: 'Regular opioid under treatment', nb: 'Regelmessig opioid under studien' },
    holds: allOf(underTreatment, eligibility.exclusion.EX12.holds),
    reading: { en: 'As EX12, on the day of the visit.', nb: 'Som EX12, på besøksdagen.' },
    remedy: tellSponsor,
  },
  prohibitedLiveVaccine: {
    text: { en: 'Live vaccine under treatment', nb: 'Levende vaksine under studien' },
    holds: allOf(underTreatment, holds.liveVaccine.holds),
    reading: { en: 'Within 4 weeks before the visit.', nb: 'I løpet av 4 uker før besøket.' },
    remedy: tellSponsor,
    assumes: ['holdLiveVaccine'],
  },
})

/** Left out at a visit that asks for it, it is a deviation. */
export const required = [pregnancyTest] as const
