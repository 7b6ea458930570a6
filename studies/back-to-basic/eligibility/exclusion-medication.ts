import { allOf, anyOf, not, today, type Criteria } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { hepatitis } from '../forms/hepatitis.ts'
import { immunosuppression } from '../forms/immunosuppression.ts'
import { laboratory } from '../forms/laboratory.ts'
import { medicalHistory } from '../forms/medicalHistory.ts'
import { medications } from '../forms/medications.ts'
import { chestXray, tuberculosis } from '../forms/tuberculosis.ts'
import { vaccinations } from '../forms/vaccinations.ts'
import { vaccines } from '../forms/vaccines.ts'

/** EX11 to EX18: other treatment, infections that may wake, the liver. */
export const exclusionOfMedication = {
  EX11: {
    text: {
      en: 'Ongoing systemic glucocorticoid or other immunosuppressive treatments (see list above)',
      nb: 'Pågående behandling med systemiske glukokortikoider eller andre immundempende midler (se listen ovenfor)',
    },
    holds: anyOf(
      medications.list.some((row) =>
        allOf(
          row.atc.isIn(...assumed.immunosuppressantClasses),
          row.route.is(...assumed.systemicRoutes),
          row.ongoing.isYes(),
        ),
      ),
      allOf(
        immunosuppression.ever.isYes(),
        immunosuppression.treatments.some((row) => row.ongoing.isYes()),
      ),
    ),
    reading: {
      en: 'Inhaled, nasal, topical and intra-articular use is not systemic.',
      nb: 'Bruk i luftveier, nese, på hud eller i ledd er ikke systemisk.',
    },
    assumes: ['systemicRoutes', 'immunosuppressantClasses'],
  },
  EX12: {
    text: {
      en: 'Regular use of opioids with the exception of codeine and tramadol',
      nb: 'Regelmessig bruk av opioider med unntak av kodein og tramadol',
    },
    holds: medications.list.some((row) =>
      allOf(
        row.atc.isIn('N02A'),
        not(row.atc.isIn(...assumed.codeineAndTramadol)),
        row.ongoing.isYes(),
        row.daysPerWeek.atLeast(assumed.opioidDaysPerWeek),
        row.start.isOnOrBefore(today.earlier(assumed.opioidDuration)),
      ),
    ),
    reading: {
      en: 'Regular: at least 4 days a week, for at least 4 weeks, still going on.',
      nb: 'Regelmessig: minst 4 dager i uken, i minst 4 uker, fortsatt pågående.',
    },
    assumes: ['codeineAndTramadol', 'opioidDaysPerWeek', 'opioidDuration'],
  },
  EX13: {
    text: {
      en: 'Other immunosuppressive treatment last year (see list above)',
      nb: 'Annen immundempende behandling det siste året (se listen ovenfor)',
    },
    holds: allOf(
      immunosuppression.ever.isYes(),
      immunosuppression.treatments.some((row) =>
        allOf(
          row.group.is('antibody', 'cytostatic', 'immunophilinDrug', 'interferon', 'mycophenolate', 'otherDmard'),
          anyOf(row.ongoing.isYes(), row.stop.isOnOrAfter(today.earlier(assumed.lastYear))),
        ),
      ),
    ),
    reading: {
      en: 'The list is that of EX04; the last dose was given within 365 days. Ended courses of glucocorticoids do not count.',
      nb: 'Listen er den i EX04; siste dose ble gitt innen 365 dager. Avsluttede kurer med glukokortikoider teller ikke.',
    },
    assumes: ['lastYear', 'glucocorticoidsInLastYear'],
  },
  EX14: {
    text: {
      en: 'Active or latent (known or suspected) tuberculosis (all participants will be screened for latent tuberculosis)',
      nb: 'Aktiv eller latent (kjent eller mistenkt) tuberkulose (alle deltakere undersøkes for latent tuberkulose)',
    },
    holds: anyOf(
      tuberculosis.history.is('active', 'latent', 'suspected'),
      tuberculosis.igra.is('positive'),
      // An indeterminate test leaves the answer to the repeated one, and open until then.
      allOf(tuberculosis.igra.is('indeterminate'), tuberculosis.igraRepeated.is('positive')),
      chestXray.result.is('tuberculosis'),
    ),
    reading: {
      en: 'History, IGRA and chest X-ray together. An indeterminate IGRA is repeated; the answer is open until then.',
      nb: 'Sykehistorie, IGRA og røntgen thorax sammen. En inkonklusiv IGRA gjentas; svaret er åpent inntil da.',
    },
    assumes: ['indeterminateIgra'],
  },
  EX15: {
    text: {
      en: 'Previous infection with Hepatitis B virus (HBV) (all participants will be screened for HBV-carrier state)',
      nb: 'Tidligere infeksjon med hepatitt B-virus (HBV) (alle deltakere undersøkes for HBV-bærerskap)',
    },
    holds: anyOf(hepatitis.historyB.isYes(), hepatitis.hbsAg.is('positive'), hepatitis.antiHbc.is('positive')),
    reading: {
      en: 'HBsAg or anti-HBc shows infection; anti-HBs alone is a vaccinated person’s.',
      nb: 'HBsAg eller anti-HBc viser infeksjon; anti-HBs alene har den som er vaksinert.',
    },
    assumes: ['hepatitisMarkers'],
  },
  EX16: {
    text: {
      en: 'Live vaccination within the last 4 weeks or planned live vaccination during treatment period',
      nb: 'Levende vaksine i løpet av de siste 4 ukene eller planlagt levende vaksine i behandlingsperioden',
    },
    holds: anyOf(
      vaccines.list.some((row) =>
        allOf(row.kind.is('live'), row.date.isWithin(assumed.liveVaccineInterval).before(today)),
      ),
      allOf(
        vaccinations.livePlanned.isYes(),
        vaccinations.livePlannedDate.isOnOrBefore(today.later(assumed.liveVaccineHorizon)),
      ),
    ),
    reading: {
      en: 'The treatment period lasts 98 days from the day asked about.',
      nb: 'Behandlingsperioden varer 98 dager fra dagen det spørres om.',
    },
    assumes: ['liveVaccineInterval', 'liveVaccineHorizon'],
  },
  EX17: {
    text: { en: 'Planned surgical procedure', nb: 'Planlagt kirurgisk inngrep' },
    holds: allOf(
      medicalHistory.plannedSurgery.isYes(),
      medicalHistory.plannedSurgeryDate.isOnOrBefore(today.later(assumed.plannedSurgeryHorizon)),
    ),
    reading: {
      en: 'Any surgery within 154 days, until the primary endpoint.',
      nb: 'Ethvert inngrep innen 154 dager, frem til hovedendepunktet.',
    },
    assumes: ['plannedSurgeryHorizon'],
  },
  EX18: {
    text: { en: 'Increased transaminases (ASAT/ALAT)', nb: 'Forhøyede transaminaser (ASAT/ALAT)' },
    holds: anyOf(
      laboratory.asat.isAboveReferenceRange(assumed.transaminaseLimit),
      laboratory.alat.isAboveReferenceRange(assumed.transaminaseLimit),
    ),
    reading: {
      en: 'Either one above the upper limit its laboratory has for sex and age.',
      nb: 'Én av dem over laboratoriets øvre grense for kjønn og alder.',
    },
    assumes: ['transaminaseLimit'],
  },
} satisfies Criteria
