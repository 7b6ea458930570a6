import { assume, days, points, quantity, weeks } from '@trialwright/protocol'

/** Treatment, and when it is held or stopped. */
export const conductAssumptions = {
  doseWeight: assume('latest recorded', {
    title: { en: 'Dose by the latest recorded weight', nb: 'Dose etter sist registrerte vekt' },
    why: 'Weight is measured before each infusion; the registry gives mg per kg only.',
    question: 'Is the dose computed from the weight at baseline or at each visit?',
  }),
  vialRounding: assume('up', {
    title: {
      en: 'Vials are counted up, the dose itself is not rounded',
      nb: 'Hetteglass rundes opp, selve dosen rundes ikke',
    },
    why: 'A vial holds 100 mg; what is left over is destroyed.',
    question: 'Is the dose rounded, to what, and is there a highest dose?',
  }),
  bagVolume: assume(quantity(250, 'mL'), {
    title: { en: 'Masked bag of 250 mL in both arms', nb: 'Maskert pose på 250 mL i begge armer' },
    why: 'Hospital practice for infliximab; the volume must be equal to keep the blind.',
    question: 'Which volume has the bag, and how is it masked?',
  }),
  storage: assume('2 to 8 °C', {
    title: { en: 'Vials are kept at 2 to 8 °C', nb: 'Hetteglass oppbevares ved 2 til 8 °C' },
    why: 'The label’s storage condition; it allows a time at room temperature that is not used here.',
    question: 'Which storage condition, and which excursions, does the sponsor accept?',
  }),
  stockHorizon: assume(days(42), {
    title: { en: 'A site’s stock lasts 42 days', nb: 'Et senters lager skal rekke i 42 dager' },
    why: 'Three infusions of a new participant fall within 42 days.',
    question: 'How long is a site’s stock to last, and how long does a delivery take?',
  }),
  stockReserve: assume(quantity(5, '{vial}'), {
    title: { en: 'A site keeps 5 vials in reserve', nb: 'Et senter har 5 hetteglass i reserve' },
    why: 'One infusion of a participant of up to 100 kg.',
    question: 'How many vials does a site keep in reserve?',
  }),
  infusionDuration: assume(quantity(120, 'min'), {
    title: { en: 'Infusion over 2 hours', nb: 'Infusjon over 2 timer' },
    why: 'The label’s rate for 5 mg/kg.',
    question: 'How long does an infusion last?',
  }),
  observation: assume(quantity(120, 'min'), {
    title: { en: 'Observation for 2 hours after the infusion', nb: 'Observasjon i 2 timer etter infusjonen' },
    why: 'The label asks for at least 1 to 2 hours; patients were told 4 to 5 hours in all.',
    question: 'How long is a participant observed after an infusion?',
  }),
  leastInterval: assume(days(11), {
    title: { en: 'At least 11 days between infusions', nb: 'Minst 11 dager mellom infusjoner' },
    why: 'The earliest day of the second infusion’s window.',
    question: 'Which least interval holds between two infusions after a late one?',
  }),
  screeningClock: assume(days(42), {
    title: { en: 'Screening is counted from consent', nb: 'Screening regnes fra samtykket' },
    why: 'The schedule says within 6 weeks before baseline; consent opens the screening.',
    question: 'Are the six weeks counted from consent or from the screening visit?',
  }),
  holdTransaminases: assume(3, {
    title: {
      en: 'Hold above 3 times the upper limit of ASAT or ALAT',
      nb: 'Utsett over 3 ganger øvre grense for ASAT eller ALAT',
    },
    why: 'Proposed from label practice.',
    question: 'At which transaminases is an infusion held?',
  }),
  holdNeutrophils: assume(quantity(1, '10*9/L'), {
    title: { en: 'Hold below 1.0 × 10⁹/L neutrophils', nb: 'Utsett under 1,0 × 10⁹/L nøytrofile' },
    why: 'Proposed from label practice.',
    question: 'At which neutrophil count is an infusion held?',
  }),
  holdPlatelets: assume(quantity(75, '10*9/L'), {
    title: { en: 'Hold below 75 × 10⁹/L platelets', nb: 'Utsett under 75 × 10⁹/L trombocytter' },
    why: 'Proposed from label practice.',
    question: 'At which platelet count is an infusion held?',
  }),
  holdLiveVaccine: assume(weeks(4), {
    title: { en: 'Hold for 4 weeks after a live vaccine', nb: 'Utsett i 4 uker etter levende vaksine' },
    why: 'The interval of the exclusion, applied to every infusion.',
    question: 'How long is an infusion held after a live vaccine?',
  }),
  stopReaction: assume(points(3), {
    title: {
      en: 'A reaction of grade 3 or more stops treatment',
      nb: 'En reaksjon av grad 3 eller mer stopper behandlingen',
    },
    why: 'The registry says "unless unacceptable toxicity"; CTCAE grade 3 is prolonged, recurrent or needs hospital care.',
    question: 'Which infusion reaction is unacceptable toxicity?',
  }),
  stopAlat: assume(5, {
    title: {
      en: 'ALAT above 5 times the upper limit stops treatment',
      nb: 'ALAT over 5 ganger øvre grense stopper behandlingen',
    },
    why: 'The label advises to stop from five times the limit or with jaundice; the language says "above", so exactly five does not stop.',
    question: 'At which ALAT does treatment stop?',
  }),
  stopConditions: assume(
    ['seriousInfection', 'tuberculosis', 'hepatitisB', 'malignancy', 'demyelination', 'lupusLike', 'heartFailure'],
    {
      title: { en: 'New conditions that stop treatment', nb: 'Nye tilstander som stopper behandlingen' },
      why: 'The label’s contraindications and warnings.',
      question: 'Which new conditions stop treatment for good?',
    },
  ),
  continuing: assume(['EX01', 'EX09', 'EX10', 'EX11', 'EX16'], {
    title: {
      en: 'Criteria asked again before every infusion',
      nb: 'Kriterier som spørres om på nytt før hver infusjon',
    },
    why: 'Those that can change from visit to visit and carry a risk with the next infusion.',
    question: 'Which criteria must still hold at later infusions?',
  }),
  safetyCall: assume(days(180), {
    title: {
      en: 'Safety follow-up ends 180 days after the last infusion given',
      nb: 'Sikkerhetsoppfølging avsluttes 180 dager etter siste gitte infusjon',
    },
    why: 'Day 278 is day 98 plus 180: the six months of contraception. With fewer infusions it follows the last one given.',
    question: 'Is the last call on day 278 or six months after the last infusion, when fewer are given?',
  }),
} as const
