import { said } from './said.ts'

export const monitoringRefusals = {
  monitoringVisitUnknown: () =>
    said(
      {
        en: 'There is no such monitoring visit at this site.',
        nb: 'Det finnes ikke et slikt monitorbesøk ved senteret.',
      },
      { en: 'Choose one of the list.', nb: 'Velg et fra listen.' },
    ),
  monitoringVisitOfAnother: () =>
    said(
      { en: 'Another monitor made this visit.', nb: 'En annen monitor gjorde dette besøket.' },
      { en: 'Whoever made it corrects and signs its report.', nb: 'Den som gjorde det, retter og signerer rapporten.' },
    ),
  actionNotOpen: () =>
    said(
      { en: 'There is no open action under this number.', nb: 'Det er ikke noe åpent tiltak med dette nummeret.' },
      { en: 'Choose one that is still open.', nb: 'Velg et som fortsatt er åpent.' },
    ),
}
