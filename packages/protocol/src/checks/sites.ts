import { findingsOf, type Check } from './finding.ts'

const { error, warning } = findingsOf('sites')

/** The sites’ targets come to the trial’s, and every site’s calendar is known. */
export const sites: Check = (study) => {
  const sum = study.sites.reduce((total, { target }) => total + target, 0)
  return [
    ...(study.sites.length === 0 ? [error('sites', 'The study has no site.', 'Studien har ingen steder.')] : []),
    ...(sum === study.target
      ? []
      : [
          warning(
            'sites',
            `The sites mean to randomise ${sum} participants, the trial ${study.target}.`,
            `Stedene skal randomisere ${sum} deltakere, studien ${study.target}.`,
          ),
        ]),
    ...study.sites
      .filter(({ timeZone }) => !isTimeZone(timeZone))
      .map(({ id, timeZone }) =>
        error(
          `sites.${id}.timeZone`,
          `“${timeZone}” is not an IANA time zone such as Europe/Oslo.`,
          `«${timeZone}» er ikke en IANA-tidssone som Europe/Oslo.`,
        ),
      ),
  ]
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
