import { defineForm } from '@trialwright/protocol'

/** During or after an infusion, day 0 included; delayed ones are told at the next visit. */
export const reactions = defineForm(
  'reactions',
  {
    title: { en: 'Infusion reactions', nb: 'Infusjonsreaksjoner' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'examination',
  },
  {
    any: { type: 'yesNo', question: { en: 'A reaction occurred', nb: 'En reaksjon oppsto' } },
    list: {
      type: 'repeat',
      optional: true,
      question: { en: 'Reactions', nb: 'Reaksjoner' },
      of: {
        timing: {
          type: 'coded',
          codes: {
            acute: { en: 'During the infusion or within 24 hours', nb: 'Under infusjonen eller innen 24 timer' },
            delayed: { en: 'Later', nb: 'Senere' },
          },
          question: { en: 'Timing', nb: 'Tidspunkt' },
        },
        date: { type: 'date', question: { en: 'Date', nb: 'Dato' } },
        time: { type: 'time', optional: true, question: { en: 'Time', nb: 'Klokkeslett' } },
        grade: {
          type: 'number',
          unit: '{score}',
          range: [1, 5],
          decimals: 0,
          question: { en: 'CTCAE grade', nb: 'CTCAE-grad' },
        },
        anaphylaxis: { type: 'yesNo', question: { en: 'Anaphylaxis', nb: 'Anafylaksi' } },
        symptoms: { type: 'text', length: 500, question: { en: 'Symptoms', nb: 'Symptomer' } },
        action: {
          type: 'coded',
          codes: {
            none: { en: 'None', nb: 'Ingen' },
            slowed: { en: 'Infusion slowed', nb: 'Infusjonen satt ned i fart' },
            paused: { en: 'Infusion paused and resumed', nb: 'Infusjonen satt på pause og gjenopptatt' },
            stopped: { en: 'Infusion stopped', nb: 'Infusjonen stoppet' },
          },
          question: { en: 'Action', nb: 'Tiltak' },
        },
        treatment: {
          type: 'text',
          length: 500,
          optional: true,
          question: { en: 'Treatment given', nb: 'Behandling gitt' },
        },
      },
    },
  },
)
