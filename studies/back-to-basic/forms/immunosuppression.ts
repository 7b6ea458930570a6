import { defineForm } from '@trialwright/protocol'

export const immunosuppression = defineForm(
  'immunosuppression',
  {
    title: { en: 'Immunosuppressive treatment, now and earlier', nb: 'Immundempende behandling, nå og tidligere' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
  },
  {
    ever: {
      type: 'yesNo',
      question: { en: 'Has ever had immunosuppressive treatment', nb: 'Har noen gang fått immundempende behandling' },
      help: { en: 'Ongoing treatment and infliximab included.', nb: 'Også pågående behandling og infliksimab.' },
      selfCheck: {
        en: 'Have you ever had a medicine that dampens the immune system, for example cytostatics, biological medicines, methotrexate or cortisone tablets?',
        nb: 'Har du noen gang brukt en medisin som demper immunforsvaret, for eksempel cellegift, biologiske legemidler, metotreksat eller kortisontabletter?',
      },
    },
    treatments: {
      type: 'repeat',
      optional: true,
      question: { en: 'Treatments', nb: 'Behandlinger' },
      of: {
        name: { type: 'text', length: 200, question: { en: 'Medicine', nb: 'Legemiddel' } },
        group: {
          type: 'coded',
          codes: {
            infliximab: { en: 'Infliximab (L04AB02)', nb: 'Infliksimab (L04AB02)' },
            antibody: {
              en: 'Other antibody or TNF blocker (L04AB, L04AC, L04AG)',
              nb: 'Annet antistoff eller TNF-hemmer (L04AB, L04AC, L04AG)',
            },
            cytostatic: { en: 'Cytostatic (L01)', nb: 'Cytostatikum (L01)' },
            immunophilinDrug: {
              en: 'Drug acting on immunophilins (L04AD)',
              nb: 'Legemiddel som virker på immunofiliner (L04AD)',
            },
            interferon: { en: 'Interferon (L03AB)', nb: 'Interferon (L03AB)' },
            mycophenolate: { en: 'Mycophenolate (L04AA06)', nb: 'Mykofenolat (L04AA06)' },
            otherDmard: { en: 'Other DMARD (L04AA, L04AF, L04AX)', nb: 'Annet DMARD (L04AA, L04AF, L04AX)' },
            glucocorticoid: { en: 'Systemic glucocorticoid (H02)', nb: 'Systemisk glukokortikoid (H02)' },
          },
          question: { en: 'Group', nb: 'Gruppe' },
        },
        ongoing: { type: 'yesNo', question: { en: 'Ongoing', nb: 'Pågår' } },
        stop: { type: 'date', partial: true, question: { en: 'Last dose', nb: 'Siste dose' } },
        seriousAdverseEvent: {
          type: 'yesNo',
          question: {
            en: 'Serious adverse event during treatment',
            nb: 'Alvorlig uønsket hendelse under behandlingen',
          },
        },
      },
    },
  },
)
