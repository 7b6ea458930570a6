import type { Text } from '@trialwright/protocol'
import { said } from './said.ts'

export const randomisationRefusals = {
  alreadyRandomised: () =>
    said(
      { en: 'The participant has been randomised.', nb: 'Deltakeren er randomisert.' },
      {
        en: 'Nobody is randomised twice, and screening is over.',
        nb: 'Ingen randomiseres to ganger, og screeningen er over.',
      },
    ),
  notRandomised: () =>
    said(
      { en: 'The participant has not been randomised.', nb: 'Deltakeren er ikke randomisert.' },
      { en: 'Randomise first.', nb: 'Randomiser først.' },
    ),
  factorUndecided: ({ title }: { title: Text }) =>
    said(
      {
        en: `It cannot be told which group the participant belongs to: ${title.en}.`,
        nb: `Det kan ikke avgjøres hvilken gruppe deltakeren hører til: ${title.nb}.`,
      },
      {
        en: 'Fill in or correct what decides it; nobody was randomised.',
        nb: 'Fyll ut eller rett det som avgjør det; ingen ble randomisert.',
      },
    ),
  listForMinimisation: () =>
    said(
      {
        en: 'The study is randomised by minimisation, which has no list.',
        nb: 'Studien randomiseres ved minimering, som ikke har noen liste.',
      },
      { en: 'Draw and seal the numbers here instead.', nb: 'Trekk og forsegl tallene her i stedet.' },
    ),
}
