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
}
