import { findingsOf, type Check } from './finding.ts'

const { error, warning } = findingsOf('licensedForms')

/** A neutral question, "ODI section 3", is shorter than the wording somebody owns. */
const longest = 60

/** Owned wording stays out of the study: a site brings it under its own licence. */
export const licensedForms: Check = ({ forms }) =>
  forms.flatMap((form) => {
    const { licensed, items, id } = form
    if (licensed === undefined) return []
    const unnamed = licensed.holder.trim() === '' || licensed.instrument.trim() === ''
    const worded = items.filter(({ question, codes, columns }) =>
      [question, ...Object.values(codes ?? {}), ...(columns ?? []).map((column) => column.question)].some(
        ({ en, nb }) => en.length > longest || nb.length > longest,
      ),
    )
    return [
      ...(unnamed
        ? [
            error(
              `forms.${id}.licensed`,
              'A licensed form names its instrument and who holds the rights.',
              'Et lisensiert skjema oppgir instrumentet og hvem som har rettighetene.',
            ),
          ]
        : []),
      ...worded.map((item) =>
        warning(
          `forms.${id}.${item.id}`,
          `So long a text in a licensed form may be the wording of ${licensed.holder}; the form ships codes and scoring only.`,
          `En så lang tekst i et lisensiert skjema kan være ordlyden til ${licensed.holder}; skjemaet skal bare ha koder og skåring.`,
        ),
      ),
    ]
  })
