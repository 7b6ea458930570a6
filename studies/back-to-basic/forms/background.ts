import { defineForm } from '@trialwright/protocol'

export const background = defineForm(
  'background',
  {
    title: { en: 'Background', nb: 'Bakgrunnsopplysninger' },
    blinding: 'open',
    filledBy: 'participant',
    burden: 'question',
  },
  {
    maritalStatus: {
      type: 'coded',
      codes: {
        single: { en: 'Single', nb: 'Enslig' },
        partner: { en: 'Married or living with a partner', nb: 'Gift eller samboer' },
        separated: { en: 'Separated, divorced or widowed', nb: 'Separert, skilt eller enke/enkemann' },
      },
      question: { en: 'Marital status', nb: 'Sivilstand' },
    },
    children: {
      type: 'number',
      unit: '1',
      range: [0, 20],
      decimals: 0,
      question: { en: 'Number of children', nb: 'Antall barn' },
    },
    ethnicity: {
      type: 'text',
      length: 100,
      optional: true,
      question: { en: 'Ethnic background', nb: 'Etnisk bakgrunn' },
    },
    education: {
      type: 'coded',
      codes: {
        primary: { en: 'Primary school', nb: 'Grunnskole' },
        secondary: { en: 'Upper secondary school', nb: 'Videregående skole' },
        shortHigher: { en: 'University or college, up to 4 years', nb: 'Universitet eller høyskole, inntil 4 år' },
        longHigher: { en: 'University or college, more than 4 years', nb: 'Universitet eller høyskole, mer enn 4 år' },
      },
      question: { en: 'Highest completed education', nb: 'Høyeste fullførte utdanning' },
    },
    work: {
      type: 'coded',
      codes: {
        working: { en: 'Working', nb: 'I arbeid' },
        studying: { en: 'Studying', nb: 'Under utdanning' },
        sickListed: { en: 'On sick leave', nb: 'Sykmeldt' },
        benefit: {
          en: 'On work assessment allowance or disability pension',
          nb: 'På arbeidsavklaringspenger eller uføretrygd',
        },
        other: { en: 'Other', nb: 'Annet' },
      },
      question: { en: 'Work status', nb: 'Arbeidssituasjon' },
    },
    workLoad: {
      type: 'coded',
      codes: {
        sitting: { en: 'Mostly sitting', nb: 'Mest stillesittende' },
        walking: { en: 'Much walking', nb: 'Mye gange' },
        lifting: { en: 'Much walking and lifting', nb: 'Mye gange og løft' },
        heavy: { en: 'Heavy bodily work', nb: 'Tungt kroppsarbeid' },
      },
      question: { en: 'Physical work load', nb: 'Fysisk belastning i arbeidet' },
    },
    leisureActivity: {
      type: 'coded',
      codes: {
        none: { en: 'Less than once a week', nb: 'Sjeldnere enn én gang i uken' },
        some: { en: 'Once to three times a week', nb: 'Én til tre ganger i uken' },
        much: { en: 'More than three times a week', nb: 'Mer enn tre ganger i uken' },
      },
      question: { en: 'Exercise in leisure time', nb: 'Trening i fritiden' },
    },
    smoking: {
      type: 'coded',
      codes: {
        never: { en: 'Never', nb: 'Aldri' },
        former: { en: 'Former', nb: 'Tidligere' },
        current: { en: 'Current', nb: 'Nå' },
      },
      question: { en: 'Smoking', nb: 'Røyking' },
    },
    expectation: {
      type: 'number',
      unit: '{score}',
      range: [0, 10],
      decimals: 0,
      question: {
        en: 'How much better do you expect to be after treatment? 0 is no better, 10 is well',
        nb: 'Hvor mye bedre venter du å bli etter behandlingen? 0 er ikke bedre, 10 er helt frisk',
      },
      label: { en: 'Expected effect', nb: 'Forventet effekt' },
    },
  },
)
