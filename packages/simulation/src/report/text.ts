import type { Report } from './report.ts'

/** The report in lines for a terminal. */
export function reportText({ study, run, flow, visits, invariants, counts, unexpected }: Report): string {
  const failed = flow.failedCriteria.slice(0, 8).map(({ criterion, count }) => `${criterion} ${count}`)
  const sum = (pick: (visit: (typeof visits)[number]) => number) => visits.reduce((all, visit) => all + pick(visit), 0)
  return [
    `${study.title}`,
    `scenario ${run.scenario}, seed ${run.seed}, ${run.began} to ${run.today}`,
    '',
    `  ${flow.registered} assessed, ${flow.screenFailed} turned down (${failed.join(', ')}), ${flow.randomised} randomised`,
    ...flow.arms.map(
      ({ title, allocated, treated, infusions, stopped, withdrew, followed }) =>
        `  ${title}: ${allocated} allocated, ${treated} treated, ${infusions.at(-1)} given all, ${stopped} stopped, ${withdrew} withdrew, ${followed} at the endpoint`,
    ),
    `  visits: ${sum(({ inWindow }) => inWindow)} in their window, ${sum(({ outside }) => outside)} outside, ${sum(({ missed }) => missed)} missed`,
    `  ${counts.map(([what, count]) => `${count} ${what}`).join(', ')}`,
    '',
    ...invariants.map(
      ({ text, checked, wrong }) =>
        `  ${wrong.length === 0 ? '✓' : '✗'} ${text} (${checked} looked at)${wrong
          .slice(0, 3)
          .map((each) => `\n      ${each}`)
          .join('')}`,
    ),
    ...(unexpected.length === 0
      ? []
      : ['', `  ${unexpected.length} commands were refused against expectation; the report lists them.`]),
    '',
    `  ${run.commands} commands in ${Math.round(run.seconds)} s, ${Math.round(run.commands / Math.max(run.seconds, 0.001))} a second`,
  ].join('\n')
}
