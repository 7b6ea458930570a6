import { isDate } from '../value/calendar.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'

const { error } = findingsOf('consentVersions')

/** Versions of the consent stand in order, each with the day it came into force. */
export const consentVersions: Check = ({ consent }) => {
  if (consent.length === 0)
    return [error('consent', 'There is no consent to sign.', 'Det finnes ikke noe samtykke å undertegne.')]
  return consent.flatMap(({ id, from }, index): readonly Finding[] => {
    const before = consent[index - 1]
    if (!isDate(from))
      return [error(`consent.${id}`, `“${from}” is not a calendar day.`, `«${from}» er ikke en kalenderdag.`)]
    return before === undefined || before.from < from
      ? []
      : [
          error(
            `consent.${id}`,
            `Version ${id} is not in force after version ${before.id}, which stands before it.`,
            `Versjon ${id} gjelder ikke etter versjon ${before.id}, som står foran.`,
          ),
        ]
  })
}
