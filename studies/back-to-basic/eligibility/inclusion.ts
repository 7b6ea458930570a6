import { allOf, anyOf, consentDate, percent, points, today, years, type Criteria } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { demography } from '../forms/demography.ts'
import { mriReading } from '../forms/mriReading.ts'
import { painHistory } from '../forms/painHistory.ts'
import { painMean } from '../instruments/nrs.ts'
import { odiScore } from '../instruments/odi.ts'

export const inclusion = {
  IN01: {
    text: { en: 'Age between 18 and 65 years', nb: 'Alder mellom 18 og 65 år' },
    holds: demography.birthDate.ageOn(consentDate).between(years(18), assumed.oldestAge),
    reading: {
      en: 'Completed years on the day of consent, both ends included: until the 66th birthday.',
      nb: 'Fylte år på samtykkedagen, begge ender medregnet: inntil 66-årsdagen.',
    },
    assumes: ['oldestAge', 'ageReference'],
  },
  IN02: {
    text: {
      en: 'LBP of > 50% of days for > 6 months duration in the area below the 12th rib and above the gluteal folds with:\nNumerical Rating Scale (NRS) pain intensity score of at least 5 (mean of three NRS scales; current LBP, the worst LBP within the last 2 weeks, and usual/mean LBP within the last 2 weeks) and/or ODI-score of at least 25',
      nb: 'Korsryggsmerter > 50 % av dagene med varighet > 6 måneder i området nedenfor 12. ribben og ovenfor setefoldene, med:\nsmerteintensitet på numerisk skala (NRS) på minst 5 (gjennomsnitt av tre NRS-skalaer: korsryggsmerter nå, verste korsryggsmerter de siste 2 ukene og vanlige/gjennomsnittlige korsryggsmerter de siste 2 ukene) og/eller ODI-skår på minst 25',
    },
    holds: allOf(
      painHistory.mainSite.is('lowBack'),
      painHistory.daysWithPain.above(percent(50)),
      painHistory.onset.isBefore(today.earlier(assumed.painDuration)),
      anyOf(
        painMean.at(assumed.painScoresVisit).atLeast(points(5)),
        odiScore.at(assumed.painScoresVisit).atLeast(points(25)),
      ),
    ),
    reading: {
      en: 'Either score is enough. Both are compared unrounded and taken from the screening visit; pain began more than 6 calendar months ago, and days are counted over the last 6 months.',
      nb: 'Én av skårene er nok. Begge sammenlignes uavrundet og tas fra screeningbesøket; smertene begynte for mer enn 6 kalendermåneder siden, og dager telles over de siste 6 månedene.',
    },
    assumes: ['painDaysWindow', 'painDuration', 'painScoresVisit', 'odiMinimumAnswered'],
  },
  IN03: {
    text: {
      en: 'Modic change of craniocaudal size >= 10% of vertebral height and of primary or secondary type 1 in the vertebral body at a level of the lumbar spine (superior or inferior endplate, Th12-S1).',
      nb: 'Modic-forandring med kraniokaudal størrelse >= 10 % av virvelhøyden og av primær eller sekundær type 1 i virvellegemet på et nivå i korsryggen (øvre eller nedre endeplate, Th12–S1).',
    },
    holds: mriReading.endplates.some((endplate) =>
      allOf(
        endplate.height.atLeast(percent(10)),
        anyOf(endplate.primaryType.is('type1'), endplate.secondaryType.is('type1')),
      ),
    ),
    reading: {
      en: 'Size and type are found at the same endplate. Twelve endplates count: Th12 inferior to S1 superior. The whole change is measured, not its type 1 part alone.',
      nb: 'Størrelse og type finnes i samme endeplate. Tolv endeplater teller: Th12 nedre til S1 øvre. Hele forandringen måles, ikke bare delen av type 1.',
    },
    assumes: ['modicHeightOf', 'modicSameEndplate', 'eligibilityReader'],
  },
} satisfies Criteria
