import type { Report } from '../report.ts'
import { consortPicture } from './consort.ts'
import { recruitmentPicture } from './recruitment.ts'
import { escaped } from './svg.ts'
import { type Rows, table } from './table.ts'

/** A part of the page that the caller adds: the statistics, the server's times. */
export interface Part {
  readonly title: string
  readonly html: string
}

/** The report as one page that needs nothing beside it. */
export function reportPage(report: Report, parts: readonly Part[] = []): string {
  const { study, run, flow, visits, stock, balance, counts, queries, deviations, invariants, analysis, unexpected } =
    report
  const endpoint = visits.find(({ encounter }) => encounter === analysis.endpoint)?.title ?? analysis.endpoint
  const broken = invariants.filter(({ wrong }) => wrong.length > 0)
  const sections: readonly Part[] = [
    { title: 'Flow of participants', html: consortPicture(flow, endpoint) },
    { title: 'Recruitment by site', html: recruitmentPicture(report.recruitment) },
    {
      title: 'What must hold',
      html: `<p class="${broken.length === 0 ? 'holds' : 'broken'}">${broken.length === 0 ? `All ${invariants.length} hold.` : `${broken.length} of ${invariants.length} do not hold.`}</p>${table(
        ['', 'Rule', 'Looked at', 'Wrong'],
        invariants.map(({ text, checked, wrong }) => [
          wrong.length === 0 ? '✓' : '✗',
          text,
          checked,
          wrong.slice(0, 5).join('; '),
        ]),
      )}`,
    },
    ...parts,
    {
      title: 'Screen failures by criterion',
      html: table(
        ['Criterion', 'People', 'Text'],
        flow.failedCriteria.map(({ criterion, count, text }) => [criterion, count, text.replaceAll('\n', ' ')]),
      ),
    },
    {
      title: 'Visits',
      html: table(
        ['Encounter', 'In window', 'Outside', 'Missed'],
        visits.map(({ title, inWindow, outside, missed }) => [title, inWindow, outside, missed]),
      ),
    },
    {
      title: 'Deviations, as judged',
      html:
        deviations.length === 0
          ? '<p>None.</p>'
          : table(
              ['Rule', 'Judged', 'Important'],
              deviations.map(({ rule, judged, important }) => [rule, judged, important]),
            ),
    },
    {
      title: 'Queries by site',
      html: table(
        ['Site', 'Asked by checks', 'By people', 'Answered or corrected', 'Days until then, median'],
        queries.map(({ site, byChecks, byPeople, answered, days }) => [site, byChecks, byPeople, answered, days ?? '']),
      ),
    },
    { title: 'Counts', html: table(['What', 'How many'], counts as Rows) },
    {
      title: 'Vials by site',
      html: table(
        ['Site', 'Received', 'Where they are'],
        stock.map(({ site, received, accounts }) => [
          site,
          received,
          Object.entries(accounts)
            .map(([account, vials]) => `${account} ${vials}`)
            .join(', '),
        ]),
      ),
    },
    {
      title: 'Arms by site',
      html: `<p>Known to the simulator alone: while a trial is blind nobody on the blinded side sees this.</p>${table(
        ['Site', ...flow.arms.map(({ title }) => title)],
        balance.map(({ site, arms }) => [site, ...flow.arms.map(({ arm }) => arms[arm] ?? 0)]),
      )}`,
    },
    {
      title: 'Commands refused against expectation',
      html:
        unexpected.length === 0
          ? '<p>None.</p>'
          : table(
              ['Day', 'Participant', 'Command', 'Why'],
              unexpected.slice(0, 50).map(({ day, code, what, refusals }) => [day, code, what, refusals]),
            ),
    },
  ]
  return pageOf({
    title: `Simulated trial: ${study.title}`,
    banner: 'Simulated. Every participant is invented.',
    heading: study.title,
    intro: `${study.id} ${study.version}, scenario “${run.scenario}”, seed ${run.seed}: ${flow.randomised} randomised from ${run.began} to ${run.today}. ${run.commands.toLocaleString('en')} commands through the public interface in ${Math.round(run.seconds)} s.`,
    parts: sections,
  })
}

/** A page of parts under each other, that needs nothing beside it. */
export function pageOf({
  title,
  banner,
  heading,
  intro,
  parts,
}: {
  readonly title: string
  readonly banner: string
  readonly heading: string
  readonly intro: string
  readonly parts: readonly Part[]
}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>
<p class="banner">${escaped(banner)}</p>
<h1>${escaped(heading)}</h1>
<p>${escaped(intro)}</p>
${parts.map((part) => `<section><h2>${escaped(part.title)}</h2>${part.html}</section>`).join('\n')}
</main></body></html>
`
}

const style = `
body{font:15px/1.5 system-ui,sans-serif;color:#1b2a36;background:#f6f8fa;margin:0}
main{max-width:1000px;margin:0 auto;padding:24px}
h1{font-size:24px;margin:8px 0}h2{font-size:18px;margin:0 0 10px}
section{background:#fff;border:1px solid #dde4ea;border-radius:6px;padding:18px 20px;margin:18px 0;overflow-x:auto}
.banner{background:#fff3d6;border:1px solid #e5c778;border-radius:4px;padding:6px 12px;margin:0}
.holds{color:#1d6b3c;font-weight:600}.broken{color:#a3261d;font-weight:600}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:4px 10px 4px 0;border-bottom:1px solid #e8edf1;vertical-align:top}
td.number,th.number{text-align:right;padding-right:18px}
svg{width:100%;height:auto;font:13px system-ui,sans-serif}svg text{fill:#1b2a36}
code{overflow-wrap:anywhere}
@media(max-width:680px){main{padding:12px}svg{width:680px}}
`
