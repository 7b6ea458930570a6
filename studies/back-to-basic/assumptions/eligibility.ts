import { assume, days, months, quantity, weeks, years } from '@trialwright/protocol'

/** What the criteria's sentences leave open, in the criteria's order. */
export const eligibilityAssumptions = {
  oldestAge: assume(years(65), {
    title: { en: 'Highest age: 65 completed years', nb: 'Høyeste alder: fylte 65 år' },
    why: 'The registry limits are 18 and 65 years with the group "older adult" ticked, which points to 65 included, until the 66th birthday.',
    question: 'IN01: are both ends of "between 18 and 65 years" included?',
  }),
  ageReference: assume('consent', {
    title: { en: 'Age is counted on the day of consent', nb: 'Alder regnes på samtykkedagen' },
    why: 'Consent is the first dated act of every participant; day 0 moves with the appointment.',
    question: 'IN01: is age counted at consent, at screening or on day 0?',
  }),
  painDaysWindow: assume(months(6), {
    title: {
      en: 'Share of days with pain is over the last 6 months',
      nb: 'Andel dager med smerte gjelder de siste 6 månedene',
    },
    why: 'The sentence asks for more than 6 months of pain, so the share is taken over those; recalled, not from a diary.',
    question: 'IN02: over which period, and from which source, is "> 50% of days" counted?',
  }),
  painDuration: assume(months(6), {
    title: {
      en: 'Pain has lasted longer than 6 calendar months',
      nb: 'Smertene har vart lenger enn 6 kalendermåneder',
    },
    why: 'Strictly more, as the registry has it; a public page of the hospital says "at least".',
    question: 'IN02: more than 6 months or at least 6 months?',
  }),
  painScoresVisit: assume('screening', {
    title: {
      en: 'Pain and disability scores of the screening visit decide',
      nb: 'Smerte- og funksjonsskår fra screeningbesøket avgjør',
    },
    why: 'Eligibility is a row of the screening column; a score that falls before day 0 is left alone.',
    question: 'IN02: which visit’s NRS and ODI decide?',
  }),
  odiMinimumAnswered: assume(8, {
    title: { en: 'ODI needs at least 8 of 10 sections answered', nb: 'ODI krever minst 8 av 10 besvarte deler' },
    why: 'Each unanswered section lowers the maximum by five; two missing sections are commonly accepted.',
    question: 'How many ODI sections may be unanswered?',
  }),
  modicHeightOf: assume('the same vertebral body', {
    title: {
      en: 'Modic height is a percentage of the same vertebral body',
      nb: 'Modic-høyde er i prosent av samme virvellegeme',
    },
    why: 'The sentence says "of vertebral height"; the whole Modic change counts, not its type 1 part alone.',
    question: 'IN03: of which height, and on which slice, is the percentage taken?',
  }),
  modicSameEndplate: assume(true, {
    title: { en: 'Size and type are found at one endplate', nb: 'Størrelse og type finnes i samme endeplate' },
    why: 'Both describe "a Modic change", so one change must have both.',
    question: 'IN03: must size and type 1 belong to the same Modic change?',
  }),
  fever: assume(quantity(38, 'Cel'), {
    title: { en: 'Fever: 38.0 °C or more', nb: 'Feber: 38,0 °C eller mer' },
    why: 'The usual clinical limit; the registry names none.',
    question: 'EX01: from which temperature is it fever?',
  }),
  glucocorticoidsInLastYear: assume('not counted', {
    title: {
      en: 'Courses of glucocorticoids that have ended do not exclude',
      nb: 'Avsluttede kurer med glukokortikoider utelukker ikke',
    },
    why: 'EX13 points to "the list above", which is that of EX04 and does not name glucocorticoids; EX11 names them apart.',
    question: 'EX04 and EX13: do systemic glucocorticoids belong to the list?',
  }),
  backSurgeryLevels: assume(['L1L2', 'L2L3', 'L3L4', 'L4L5', 'L5S1'], {
    title: {
      en: 'Surgery at Th12–L1 is not low back surgery L1–S1',
      nb: 'Operasjon i Th12–L1 er ikke korsryggoperasjon L1–S1',
    },
    why: 'The sentence limits itself to L1 to S1.',
    question: 'EX06: does the segment Th12–L1 belong to "low back surgery (L1 - S1)"?',
  }),
  recentSurgery: assume(months(12), {
    title: {
      en: 'Recent surgery is counted back from the day asked about, the day itself included',
      nb: 'Nylig operasjon regnes bakover fra dagen det spørres om, den dagen medregnet',
    },
    why: 'Day 0 decides, as eligibility is asked again then. Exactly 12 months ago still excludes; a partial date that could fall inside is undecided, the safe side.',
    question: 'EX07: twelve months before which day, and is the day itself inside?',
  }),
  postMenopausalAfter: assume(months(12), {
    title: {
      en: 'Post-menopausal: more than 12 months without menses, from menopause',
      nb: 'Postmenopausal: mer enn 12 måneder uten menstruasjon, på grunn av overgangsalder',
    },
    why: 'The usual definition in trials; the registry gives none.',
    question: 'EX10: how is post-menopausal defined?',
  }),
  systemicRoutes: assume(['oral', 'injection', 'infusion', 'rectal', 'transdermal'], {
    title: { en: 'Routes that count as systemic', nb: 'Administrasjonsmåter som regnes som systemiske' },
    why: 'Inhaled, nasal, topical and intra-articular use is not systemic by usual practice.',
    question: 'EX11: are inhaled, topical and intra-articular glucocorticoids allowed?',
  }),
  immunosuppressantClasses: assume(['H02', 'L01', 'L03', 'L04'], {
    title: {
      en: 'ATC classes of systemic glucocorticoids and immunosuppressive treatment',
      nb: 'ATC-klasser for systemiske glukokortikoider og immundempende behandling',
    },
    why: 'The groups of the list in EX04: cytostatics, interferons, antibodies, drugs acting on immunophilins, other DMARDs.',
    question: 'EX11: which ATC classes does the list mean?',
  }),
  codeineAndTramadol: assume(
    ['N02AA59', 'N02AA79', 'N02AJ06', 'N02AJ07', 'N02AJ08', 'N02AJ09', 'N02AJ13', 'N02AJ14', 'N02AJ15', 'N02AX02'],
    {
      title: {
        en: 'ATC codes of codeine and tramadol, alone and combined',
        nb: 'ATC-koder for kodein og tramadol, alene og i kombinasjon',
      },
      why: 'The protocol excepts both from the opioids; within class N02A these are their codes.',
      question: 'EX12: are combinations with codeine or tramadol excepted too?',
    },
  ),
  opioidDaysPerWeek: assume(quantity(4, 'd/wk'), {
    title: { en: 'Regular opioid use: at least 4 days a week', nb: 'Regelmessig opioidbruk: minst 4 dager i uken' },
    why: 'Most days of a week.',
    question: 'EX12: how often is "regular"?',
  }),
  opioidDuration: assume(weeks(4), {
    title: { en: 'Regular opioid use: for at least 4 weeks', nb: 'Regelmessig opioidbruk: i minst 4 uker' },
    why: 'A short course after an injury is not regular use.',
    question: 'EX12: for how long is "regular"?',
  }),
  lastYear: assume(days(365), {
    title: { en: 'The last year is 365 days', nb: 'Det siste året er 365 dager' },
    why: 'Counted back from the day asked about, the first of them included.',
    question: 'EX13: how is "last year" counted, and from which day?',
  }),
  indeterminateIgra: assume('repeat', {
    title: {
      en: 'An indeterminate IGRA is repeated; undecided until then',
      nb: 'En inkonklusiv IGRA gjentas; uavklart inntil da',
    },
    why: 'It neither shows nor rules out latent tuberculosis.',
    question: 'EX14: what follows an indeterminate IGRA?',
  }),
  hepatitisMarkers: assume(['hbsAg', 'antiHbc'], {
    title: {
      en: 'HBsAg or anti-HBc shows hepatitis B infection; anti-HBs alone is vaccination',
      nb: 'HBsAg eller anti-HBc viser hepatitt B-infeksjon; anti-HBs alene er vaksinasjon',
    },
    why: 'Antibodies against the surface antigen alone follow vaccination. Hepatitis C is tested but no line excludes it: recorded, the investigator decides.',
    question: 'EX15: which markers decide, and what follows a positive hepatitis C test?',
  }),
  liveVaccineInterval: assume(weeks(4), {
    title: {
      en: 'Live vaccine: 4 weeks are 28 days, both ends included',
      nb: 'Levende vaksine: 4 uker er 28 dager, begge ender medregnet',
    },
    why: 'The protocol’s four weeks, counted back from the day asked about.',
    question: 'EX16: four weeks before which day?',
  }),
  liveVaccineHorizon: assume(days(98), {
    title: {
      en: 'A live vaccine planned within 98 days excludes',
      nb: 'Planlagt levende vaksine innen 98 dager utelukker',
    },
    why: 'The last infusion is on day 98; asked again on day 0. Six months more after the last infusion is advice, not exclusion.',
    question: 'EX16: when does the treatment period end?',
  }),
  plannedSurgeryHorizon: assume(days(154), {
    title: { en: 'Surgery planned within 154 days excludes', nb: 'Planlagt operasjon innen 154 dager utelukker' },
    why: 'Until the primary endpoint on day 154.',
    question: 'EX17: which kind of surgery, and planned until when?',
  }),
  transaminaseLimit: assume(1, {
    title: {
      en: 'ASAT or ALAT above the laboratory’s upper limit excludes',
      nb: 'ASAT eller ALAT over laboratoriets øvre grense utelukker',
    },
    why: '"Increased", as worded: above the limit for sex and age; a new sample may be taken.',
    question: 'EX18: from how many times the upper limit, and may the test be repeated?',
  }),
  demyelinationEver: assume('ever', {
    title: { en: 'Demyelinating disease: now or ever', nb: 'Demyeliniserende sykdom: nå eller noen gang' },
    why: '"Recent" has no length; ever is the safe side.',
    question: 'EX26: how long ago is "recent"?',
  }),
  bloodCountSide: assume('either', {
    title: {
      en: 'Blood count: below or above the reference range is abnormal',
      nb: 'Blodverdier: under eller over referanseområdet er unormalt',
    },
    why: '"Abnormal", as worded, without a clause for clinical significance.',
    question: 'EX27: low or high, and may the investigator judge a value insignificant?',
  }),
  clearedMetal: assume('not a contraindication', {
    title: {
      en: 'Metal that the MRI unit has cleared does not exclude',
      nb: 'Metall som MR-enheten har godkjent, utelukker ikke',
    },
    why: 'The sentence excludes contraindications for MRI and names metal as an example of one.',
    question: 'EX30: does an implant cleared for MRI exclude?',
  }),
  creatinineSide: assume('above', {
    title: {
      en: 'Creatinine: only above the upper limit is abnormal',
      nb: 'Kreatinin: bare over øvre grense er unormalt',
    },
    why: 'The sentence speaks of kidney function; a low value has no such meaning. As worded a low value could exclude.',
    question: 'EX31: does a low creatinine exclude?',
  }),
} as const
