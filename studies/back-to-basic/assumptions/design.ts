import { assume, days } from '@trialwright/protocol'

/** Randomisation, masking, visits and questionnaires. */
export const designAssumptions = {
  ratio: assume(
    { infliximab: 1, placebo: 1 },
    {
      title: { en: 'Allocation 1:1', nb: 'Fordeling 1:1' },
      why: '64 and 64 were randomised.',
      question: 'Which allocation ratio does the protocol state?',
    },
  ),
  blocks: assume([4, 6, 8], {
    title: {
      en: 'Permuted blocks of random size 4, 6 or 8',
      nb: 'Permuterte blokker av tilfeldig størrelse 4, 6 eller 8',
    },
    why: 'Hard to guess the next arm; never blocks of two.',
    question: 'Which generator and block sizes were used?',
  }),
  strata: assume(['site'], {
    title: { en: 'Stratified by site', nb: 'Stratifisert på studiested' },
    why: 'The least a multicentre trial does; the sister trial suggests earlier disc surgery too.',
    question: 'Which strata were used?',
  }),
  slotsPerStratum: assume(120, {
    title: { en: '120 places drawn for each site', nb: '120 plasser trukket for hvert studiested' },
    why: 'More than any site can use, so that no list runs out.',
    question: 'How long was the list for each stratum?',
  }),
  siteTargets: assume(
    { ous: 42, haukeland: 24, stolavs: 18, unn: 14, ostfold: 16, drammen: 12 },
    {
      title: { en: 'Share of the 126 participants by site', nb: 'Fordeling av de 126 deltakerne på studiesteder' },
      why: 'Invented in proportion to the hospitals’ areas; only the sum is known.',
      question: 'How many participants was each site to include?',
    },
  ),
  masking: assume(['participant', 'careProvider', 'investigator', 'outcomeAssessor', 'statistician'], {
    title: { en: 'Who is masked', nb: 'Hvem som er blindet' },
    why: 'The protocol’s title says double blind, the results paper triple blind; the wider one is taken.',
    question: 'Who exactly is blind, who prepares the infusion, and how is a code broken?',
  }),
  treatmentAfterCodeBreak: assume('stop', {
    title: {
      en: 'Study treatment stops once the code is broken',
      nb: 'Studiebehandlingen stopper når koden er brutt',
    },
    why: 'Registry and protocol are silent. Whoever knows the arm is no longer blind, and in an emergency the next infusion can hardly be right; follow-up goes on.',
    question: 'Does a participant whose code was broken go on with the infusions?',
  }),
  crpBlinding: assume('delayed', {
    title: {
      en: 'CRP is kept from the sites while the trial is blind',
      nb: 'CRP holdes skjult for studiestedene mens studien er blindet',
    },
    why: 'It falls under a TNF blocker and could tell the arm. No criterion, hold or stop reads it; infection is judged from temperature and examination.',
    question: 'Who sees the CRP of the study’s samples?',
  }),
  followUpMriBlinding: assume('delayed', {
    title: {
      en: 'The follow-up MRI reading is kept from the sites',
      nb: 'Granskningen av oppfølgings-MR holdes skjult for studiestedene',
    },
    why: 'Reduced oedema could tell the arm.',
    question: 'Who sees the follow-up MRI reading, and are readers blind to the order of scans?',
  }),
  eligibilityReader: assume('one reader of the site', {
    title: {
      en: 'The eligibility MRI is read once, at the site',
      nb: 'MR for inklusjon granskes én gang, på studiestedet',
    },
    why: 'The quickest way to an answer within the clocks.',
    question: 'Who reads the eligibility MRI, and is there a central second reading?',
  }),
  consentVersions: assume(
    { '1.0': '2018-11-01', '1.1': '2018-12-01' },
    {
      title: { en: 'Consent versions and their first days', nb: 'Samtykkeversjoner og deres første dag' },
      why: 'Invented, before the start on 12 December 2018.',
      question: 'Which versions of the consent form were approved, and when?',
    },
  ),
  day14Window: assume(days(3), {
    title: { en: 'Day 14 ± 3 days', nb: 'Dag 14 ± 3 dager' },
    why: 'Proposed; the published schedule gives no windows.',
    question: 'Which window has the second infusion?',
  }),
  day42Window: assume(days(5), {
    title: { en: 'Day 42 ± 5 days', nb: 'Dag 42 ± 5 dager' },
    why: 'Proposed; the published schedule gives no windows.',
    question: 'Which window has the third infusion?',
  }),
  day98Window: assume(days(7), {
    title: { en: 'Day 98 ± 7 days', nb: 'Dag 98 ± 7 dager' },
    why: 'Proposed; the published schedule gives no windows.',
    question: 'Which window has the fourth infusion, and what follows a missed one?',
  }),
  day154Window: assume(days(14), {
    title: { en: 'Day 154 ± 14 days', nb: 'Dag 154 ± 14 dager' },
    why: 'Proposed; the published schedule gives no windows.',
    question: 'Which window has the primary endpoint?',
  }),
  day278Window: assume(days(14), {
    title: { en: 'Safety call ± 14 days', nb: 'Sikkerhetssamtale ± 14 dager' },
    why: 'Proposed; the published schedule gives no windows.',
    question: 'Which window has the last call?',
  }),
  pregnancyTestWindow: assume(days(5), {
    title: { en: 'Monthly pregnancy test ± 5 days', nb: 'Månedlig graviditetstest ± 5 dager' },
    why: 'Often enough that no month is left out.',
    question: 'On which days are the monthly pregnancy tests due?',
  }),
  odiVisits: assume(['screening', 'day0', 'day14', 'day42', 'day98', 'day154', 'day278'], {
    title: { en: 'Visits with ODI', nb: 'Besøk med ODI' },
    why: 'The published row looks shifted by one column: day 154 is the endpoint. Screening is needed by IN02; day 278 is as marked.',
    question: 'Is ODI asked at screening, day 154 and day 278?',
  }),
  qualityOfLife: assume('EQ-5D-5L, Norwegian value set of 2024', {
    title: {
      en: 'Quality of life by EQ-5D-5L with the Norwegian value set',
      nb: 'Livskvalitet med EQ-5D-5L og norsk verdisett',
    },
    why: 'What Norwegian health technology assessment expects; the value set is newer than the trial.',
    question: 'Which instrument and value set measure quality of life?',
  }),
  disability: assume('RMDQ-24', {
    title: {
      en: 'Roland-Morris questionnaire as further measure of disability',
      nb: 'Roland-Morris-skjemaet som ytterligere mål på funksjon',
    },
    why: 'The sister trial’s primary outcome.',
    question: 'Is RMDQ a secondary outcome?',
  }),
  hsclMinimumAnswered: assume(20, {
    title: { en: 'HSCL-25 needs at least 20 of 25 items answered', nb: 'HSCL-25 krever minst 20 av 25 besvarte ledd' },
    why: 'Four fifths, a common rule; none was found.',
    question: 'How many HSCL-25 items may be unanswered?',
  }),
  hsclDistress: assume(1.75, {
    title: {
      en: 'HSCL-25 mean of 1.75 or more marks emotional distress',
      nb: 'HSCL-25-gjennomsnitt på 1,75 eller mer tyder på psykiske plager',
    },
    why: 'The threshold of Statistics Norway.',
    question: 'Which HSCL-25 threshold, if any, does the analysis use?',
  }),
  verifiedAlways: assume('outcomes, safety and the dose', {
    title: {
      en: 'Monitors verify outcomes, adverse events, reactions, pregnancy tests and weight for everybody',
      nb: 'Monitorer verifiserer utfall, uønskede hendelser, reaksjoner, graviditetstester og vekt for alle',
    },
    why: 'What the result, a person’s safety and the dose rest on; no monitoring plan was found.',
    question: 'Which values does the monitoring plan have verified for every participant?',
  }),
  verifiedShare: assume(0.2, {
    title: {
      en: 'One participant in five is verified in full, the same share at every site',
      nb: 'Én av fem deltakere verifiseres fullt ut, samme andel ved alle sentre',
    },
    why: 'A common share for a drug of known risk; no monitoring plan was found, so no site has a higher risk.',
    question: 'Which share of participants is verified in full, and is it higher at some sites?',
  }),
} as const
