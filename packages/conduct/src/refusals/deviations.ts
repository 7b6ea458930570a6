import { said } from './said.ts'

export const deviationRefusals = {
  deviationUnknown: () =>
    said(
      { en: 'The data do not show this deviation now.', nb: 'Dataene viser ikke dette avviket nå.' },
      { en: 'Reload the page and choose one that is there.', nb: 'Last inn siden på nytt og velg et som er der.' },
    ),
}
