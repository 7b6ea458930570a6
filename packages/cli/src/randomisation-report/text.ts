import { guessableLimit, guessedShare, needsSignOff, type Tried } from '@trialwright/conduct'
import type { Language } from '@trialwright/protocol'
import { table, wrapped } from '../check/wrap.ts'
import type { StudyReport } from './report.ts'
import { decimal, percent, words } from './words.ts'

/** The heading of each column, by its two parts, and its cell. */
export const columns: readonly (readonly [
  head: (language: Language) => readonly [string, string],
  cell: (tried: Tried, language: Language) => string,
])[] = [
  [(l) => [words[l].overall, words[l].mean], ({ characteristics: c }, l) => decimal(c.overall.end.mean, l)],
  [(l) => [words[l].overall, words[l].worst], ({ characteristics: c }, l) => decimal(c.overall.worst, l, 0)],
  [(l) => [words[l].within, words[l].mean], ({ characteristics: c }, l) => decimal(c.withinStratum.end.mean, l)],
  [(l) => [words[l].within, words[l].worst], ({ characteristics: c }, l) => decimal(c.withinStratum.worst, l, 0)],
  [(l) => [words[l].guessed, words[l].behind], ({ characteristics: c }, l) => percent(c.guessed.convergence.mean, l)],
  [(l) => [words[l].guessed, words[l].best], ({ characteristics: c }, l) => percent(c.guessed.best.mean, l)],
  [(l) => [words[l].guessed, words[l].certain], ({ characteristics: c }, l) => percent(c.guessed.certain.mean, l)],
  [(l) => ['', words[l].signOff], ({ characteristics: c }, l) => (needsSignOff(c) ? words[l].needed : '–')],
]

/** The report for a terminal. */
export function textOf(report: StudyReport, language: Language): readonly string[] {
  const say = words[language]
  const heads = columns.map(([head]) => head(language))
  return [
    `${say.title} · ${report.study.title[language]}`,
    say.setting(report.participants, report.strata.length, String(report.runs), report.seed),
    '',
    ...table(
      [say.scheme, ...heads.map(([group, name]) => shortly(group, name, language))],
      report.tried.map((tried) => [
        `${tried.own ? '▸ ' : '  '}${tried.name[language]}`,
        ...columns.map(([, cell]) => cell(tried, language)),
      ]),
    ),
    `  ▸ ${say.own}`,
    '',
    ...wrapped(say.reading, '', ''),
    `${say.error} ${percent(largestError(report), language, 2)}.`,
    verdict(report, language),
  ]
}

const shortly = (group: string, name: string, language: Language): string => {
  const { overall, within, inTrial, inSite } = words[language]
  return group === overall ? `${inTrial}: ${name}` : group === within ? `${inSite}: ${name}` : name
}

export const largestError = ({ tried }: StudyReport): number =>
  Math.max(
    ...tried.flatMap(({ characteristics: { guessed } }) =>
      [guessed.convergence, guessed.best, guessed.certain].map(({ standardError }) => standardError),
    ),
  )

export function verdict({ tried }: StudyReport, language: Language): string {
  const own = tried.find((each) => each.own)!.characteristics
  return words[language].verdict(
    percent(guessedShare(own), language),
    percent(guessableLimit, language, 0),
    needsSignOff(own),
  )
}
