import { allOf, anyOf, today, type Criteria } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { allergies } from '../forms/allergies.ts'
import { backSurgery } from '../forms/backSurgery.ts'
import { childbearingPotential, isFemale } from '../forms/childbearing.ts'
import { immunosuppression } from '../forms/immunosuppression.ts'
import { investigatorJudgement } from '../forms/investigatorJudgement.ts'
import { medicalHistory } from '../forms/medicalHistory.ts'
import { safetyEvaluation } from '../forms/safetyEvaluation.ts'
import { vitals } from '../forms/vitals.ts'
import { inadequateContraception, pregnantOrBreastfeeding, pregnantOrBreastfeedingWhoCan } from './pregnancy.ts'

/** EX01 to EX10: acute disease, the study medication, the back, pregnancy. */
export const exclusionOfTreatment = {
  EX01: {
    text: { en: 'Fever or ongoing infection', nb: 'Feber eller pågående infeksjon' },
    holds: anyOf(vitals.temperature.atLeast(assumed.fever), safetyEvaluation.infection.isYes()),
    reading: { en: 'Fever is 38.0 °C or more.', nb: 'Feber er 38,0 °C eller mer.' },
    assumes: ['fever'],
  },
  EX02: {
    text: {
      en: 'Allergy or hypersensitivity against any products of the medication',
      nb: 'Allergi eller overfølsomhet mot noen av innholdsstoffene i medisinen',
    },
    holds: allOf(
      allergies.any.isYes(),
      allergies.substances.some((row) => row.substance.is('infliximab', 'murineProtein', 'excipient')),
    ),
    reading: {
      en: 'Mouse protein is included, as the product label has it.',
      nb: 'Museprotein er inkludert, slik preparatomtalen har det.',
    },
  },
  EX03: {
    text: { en: 'Previous infliximab treatment', nb: 'Tidligere behandling med infliksimab' },
    holds: allOf(
      immunosuppression.ever.isYes(),
      immunosuppression.treatments.some((row) => row.group.is('infliximab')),
    ),
    reading: { en: 'Any dose, at any time.', nb: 'Enhver dose, når som helst.' },
  },
  EX04: {
    text: {
      en: 'Any serious adverse events with other immunosuppressive treatment (including cytostatics, antibodies, drugs acting on immunophilins, Interferons, mycophenolate and any other DMARDs)',
      nb: 'Alvorlige uønskede hendelser ved annen immundempende behandling (inkludert cytostatika, antistoffer, legemidler som virker på immunofiliner, interferoner, mykofenolat og andre DMARD-er)',
    },
    holds: allOf(
      immunosuppression.ever.isYes(),
      immunosuppression.treatments.some((row) =>
        allOf(
          row.group.is('antibody', 'cytostatic', 'immunophilinDrug', 'interferon', 'mycophenolate', 'otherDmard'),
          row.seriousAdverseEvent.isYes(),
        ),
      ),
    ),
    reading: {
      en: 'The groups named; systemic glucocorticoids are not among them.',
      nb: 'Gruppene som er nevnt; systemiske glukokortikoider er ikke blant dem.',
    },
    assumes: ['glucocorticoidsInLastYear'],
  },
  EX05: {
    text: {
      en: "Any specific diagnosis that may explain patient's low back symptoms (e.g. tumor, fracture, spondyloarthritis, infection, spinal stenosis).",
      nb: 'Spesifikk diagnose som kan forklare pasientens korsryggsymptomer (f.eks. svulst, brudd, spondyloartritt, infeksjon, spinal stenose).',
    },
    holds: investigatorJudgement.specificDiagnosis.isYes(),
    judgement: true,
    reading: {
      en: 'An open list: the investigator’s judgement, with its reason.',
      nb: 'En åpen liste: utprøvers vurdering, med begrunnelse.',
    },
  },
  EX06: {
    text: {
      en: 'Former low back surgery (L1 - S1) for other reasons than disc herniation or decompression (e.g fusion, disc prosthesis).',
      nb: 'Tidligere korsryggoperasjon (L1–S1) av andre grunner enn skiveprolaps eller dekompresjon (f.eks. avstivning, skiveprotese).',
    },
    holds: backSurgery.operations.some((row) =>
      allOf(row.kind.is('fusion', 'discProsthesis', 'other'), row.level.is(...assumed.backSurgeryLevels)),
    ),
    reading: {
      en: 'The segments L1–L2 to L5–S1; Th12–L1 is outside.',
      nb: 'Segmentene L1–L2 til L5–S1; Th12–L1 er utenfor.',
    },
    assumes: ['backSurgeryLevels'],
  },
  EX07: {
    text: {
      en: 'Former surgery for disc herniation or decompression within the last 12 months',
      nb: 'Tidligere operasjon for skiveprolaps eller dekompresjon i løpet av de siste 12 månedene',
    },
    holds: backSurgery.operations.some((row) =>
      allOf(row.kind.is('discHerniation', 'decompression'), row.date.isWithin(assumed.recentSurgery).before(today)),
    ),
    reading: {
      en: 'Counted back from the day asked about; surgery exactly 12 months ago still excludes. A date known only to the month or year is undecided while any day of it could exclude.',
      nb: 'Regnes bakover fra dagen det spørres om; operasjon for nøyaktig 12 måneder siden utelukker fortsatt. En dato som bare er kjent til måned eller år, er uavklart så lenge en av dagene kan utelukke.',
    },
    assumes: ['recentSurgery'],
  },
  EX08: {
    text: { en: 'Any known rheumatic disease', nb: 'Enhver kjent revmatisk sykdom' },
    holds: medicalHistory.rheumaticDisease.isYes(),
  },
  EX09: {
    text: { en: 'Current pregnancy or lactation', nb: 'Pågående graviditet eller amming' },
    appliesTo: isFemale,
    holds: pregnantOrBreastfeeding,
    reading: {
      en: 'What she says and, where she can become pregnant, the latest urine test.',
      nb: 'Det hun opplyser og, dersom hun kan bli gravid, den siste urinprøven.',
    },
  },
  EX10: {
    text: {
      en: 'For women of childbearing potential (WOCBP); inadequate birth control, pregnancy, and/or breastfeeding. WOCBP is defined as those who are fertile (with uterus, fallopian tubes and at least one intact functional ovary), following menarche and until becoming post-menopausal unless permanently sterile. Permanent sterilisation methods include hysterectomy, bilateral salpingectomy and bilateral oophorectomy. Documentation of surgical procedure or physical examination is required for subjects who have had such an operation. Adequate contraception must be used by WOCBP during the entire intervention period and 6 months after the last administration of study drug, and includes oral, injected or implanted hormonal methods of contraception, placement of an intrauterine device or system, vasectomized partner or sexual abstinence.',
      nb: 'For kvinner som kan bli gravide: utilstrekkelig prevensjon, graviditet og/eller amming. Kvinner som kan bli gravide, er de som er fruktbare (med livmor, eggledere og minst én intakt fungerende eggstokk), etter første menstruasjon og inntil de er postmenopausale, med mindre de er varig sterile. Varige steriliseringsmetoder omfatter fjerning av livmoren, av begge eggledere og av begge eggstokker. Dokumentasjon av inngrepet eller klinisk undersøkelse kreves for deltakere som har gjennomgått en slik operasjon. Sikker prevensjon må brukes av kvinner som kan bli gravide, under hele behandlingsperioden og i 6 måneder etter siste dose av studiemedisinen, og omfatter hormonell prevensjon som tabletter, sprøyte eller implantat, kobber- eller hormonspiral, sterilisert mannlig partner eller seksuell avholdenhet.',
    },
    appliesTo: childbearingPotential,
    holds: anyOf(inadequateContraception, pregnantOrBreastfeedingWhoCan),
    reading: {
      en: 'Post-menopausal: more than 12 months without menses, from menopause. A sterilisation without proof does not count.',
      nb: 'Postmenopausal: mer enn 12 måneder uten menstruasjon, på grunn av overgangsalder. En sterilisering uten dokumentasjon teller ikke.',
    },
    assumes: ['postMenopausalAfter'],
  },
} satisfies Criteria
