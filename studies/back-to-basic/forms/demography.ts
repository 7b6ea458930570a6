import { defineForm } from '@trialwright/protocol'

export const demography = defineForm(
  'demography',
  { title: { en: 'Demography', nb: 'Demografi' }, blinding: 'open', filledBy: 'site', burden: 'question' },
  {
    birthDate: {
      type: 'date',
      question: { en: 'Date of birth', nb: 'Fødselsdato' },
      selfCheck: { en: 'When were you born?', nb: 'Når er du født?' },
    },
    sex: {
      type: 'coded',
      codes: { female: { en: 'Female', nb: 'Kvinne' }, male: { en: 'Male', nb: 'Mann' } },
      question: { en: 'Sex', nb: 'Kjønn' },
      selfCheck: {
        en: 'Which sex were you registered with at birth?',
        nb: 'Hvilket kjønn ble du registrert med ved fødselen?',
      },
      help: {
        en: 'Decides reference ranges and pregnancy tests.',
        nb: 'Avgjør referanseområder og graviditetstester.',
      },
    },
    understandsSpoken: {
      type: 'yesNo',
      question: { en: 'Understands spoken Norwegian', nb: 'Forstår muntlig norsk' },
      selfCheck: { en: 'Do you understand Norwegian when it is spoken?', nb: 'Forstår du norsk når det snakkes?' },
    },
    understandsWritten: {
      type: 'yesNo',
      question: { en: 'Understands written Norwegian', nb: 'Forstår skriftlig norsk' },
      selfCheck: { en: 'Do you understand written Norwegian?', nb: 'Forstår du norsk når du leser?' },
    },
  },
)
