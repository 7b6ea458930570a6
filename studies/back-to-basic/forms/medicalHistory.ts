import { defineForm } from '@trialwright/protocol'

export const medicalHistory = defineForm(
  'medicalHistory',
  { title: { en: 'Medical history', nb: 'Sykehistorie' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    rheumaticDisease: {
      type: 'yesNo',
      question: { en: 'Known rheumatic disease', nb: 'Kjent revmatisk sykdom' },
      selfCheck: {
        en: 'Do you have a rheumatic disease, such as rheumatoid arthritis or ankylosing spondylitis?',
        nb: 'Har du en revmatisk sykdom, som leddgikt eller Bekhterevs sykdom?',
      },
    },
    malignancy: {
      type: 'yesNo',
      question: { en: 'Malignant disease, now or ever', nb: 'Ondartet sykdom, nå eller tidligere' },
      selfCheck: {
        en: 'Have you ever had cancer, skin cancer and cervical cancer included?',
        nb: 'Har du noen gang hatt kreft, også hudkreft og livmorhalskreft?',
      },
    },
    diabetes: {
      type: 'yesNo',
      question: { en: 'Diabetes of any type', nb: 'Diabetes av enhver type' },
      selfCheck: { en: 'Do you have diabetes?', nb: 'Har du diabetes?' },
    },
    immunodeficiency: {
      type: 'coded',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        primary: { en: 'Primary immunodeficiency', nb: 'Primær immunsvikt' },
        hiv: { en: 'HIV infection or AIDS', nb: 'Hivinfeksjon eller aids' },
        splenectomy: { en: 'Spleen removed', nb: 'Milten er fjernet' },
        other: { en: 'Other', nb: 'Annen' },
      },
      question: { en: 'Immunodeficiency', nb: 'Immunsvikt' },
      selfCheck: {
        en: 'Do you have a weakened immune system, HIV, or has your spleen been removed?',
        nb: 'Har du nedsatt immunforsvar, hiv, eller er milten din fjernet?',
      },
    },
    heartFailure: {
      type: 'coded',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        I: { en: 'NYHA I: no limitation', nb: 'NYHA I: ingen begrensning' },
        II: { en: 'NYHA II: breathless on ordinary exertion', nb: 'NYHA II: tung pust ved vanlig anstrengelse' },
        III: { en: 'NYHA III: breathless on slight exertion', nb: 'NYHA III: tung pust ved lett anstrengelse' },
        IV: { en: 'NYHA IV: breathless at rest', nb: 'NYHA IV: tung pust i hvile' },
      },
      question: { en: 'Heart failure', nb: 'Hjertesvikt' },
      selfCheck: {
        en: 'Do you have heart failure, and how much does it limit you?',
        nb: 'Har du hjertesvikt, og hvor mye begrenser den deg?',
      },
    },
    psoriasis: {
      type: 'yesNo',
      question: { en: 'Psoriasis, now or ever', nb: 'Psoriasis, nå eller tidligere' },
      selfCheck: { en: 'Do you have, or have you had, psoriasis?', nb: 'Har du, eller har du hatt, psoriasis?' },
    },
    bowelDisease: {
      type: 'coded',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        ulcerativeColitis: { en: 'Ulcerative colitis', nb: 'Ulcerøs kolitt' },
        crohn: { en: 'Crohn’s disease', nb: 'Crohns sykdom' },
      },
      question: { en: 'Inflammatory bowel disease', nb: 'Inflammatorisk tarmsykdom' },
      selfCheck: {
        en: 'Do you have ulcerative colitis or Crohn’s disease?',
        nb: 'Har du ulcerøs kolitt eller Crohns sykdom?',
      },
    },
    demyelination: {
      type: 'coded',
      codes: {
        none: { en: 'None', nb: 'Ingen' },
        multipleSclerosis: { en: 'Multiple sclerosis', nb: 'Multippel sklerose' },
        guillainBarre: { en: 'Guillain-Barré syndrome', nb: 'Guillain-Barrés syndrom' },
        other: { en: 'Other demyelinating disease', nb: 'Annen demyeliniserende sykdom' },
      },
      question: { en: 'Demyelinating disease, now or ever', nb: 'Demyeliniserende sykdom, nå eller tidligere' },
      selfCheck: {
        en: 'Do you have, or have you had, multiple sclerosis or Guillain-Barré syndrome?',
        nb: 'Har du, eller har du hatt, multippel sklerose eller Guillain-Barrés syndrom?',
      },
    },
    plannedSurgery: {
      type: 'yesNo',
      question: { en: 'Surgery is planned', nb: 'Operasjon er planlagt' },
      selfCheck: { en: 'Are you waiting for an operation?', nb: 'Venter du på en operasjon?' },
    },
    plannedSurgeryDate: {
      type: 'date',
      partial: true,
      future: true,
      optional: true,
      question: { en: 'When surgery is planned', nb: 'Når operasjonen er planlagt' },
      help: { en: 'No date yet: record as not known.', nb: 'Ingen dato ennå: registrer som ikke kjent.' },
    },
  },
)
