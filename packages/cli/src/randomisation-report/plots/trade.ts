import { guessableLimit, guessedShare } from '@trialwright/conduct'
import type { Language } from '@trialwright/protocol'
import type { StudyReport } from '../report.ts'
import { decimal, percent, words } from '../words.ts'
import { element, figure, label, line, otherColour, ownColour } from './svg.ts'

const width = 860
const height = 380
const [left, right, top, bottom] = [70, 30, 16, 330]

/** A point for each scheme: left is better balance, low is harder to guess. Numbers are the table's rows. */
export function tradePlot({ tried }: StudyReport, language: Language): string {
  const say = words[language]
  const points = tried.map(({ own, characteristics }) => ({
    own,
    imbalance: characteristics.withinStratum.end.mean,
    share: guessedShare(characteristics),
  }))
  const most = Math.max(1, ...points.map(({ imbalance }) => imbalance)) * 1.1
  const x = (imbalance: number) => left + (imbalance / most) * (width - left - right)
  const y = (share: number) => bottom - ((share - 0.45) / 0.35) * (bottom - top)
  const down = [0.5, 0.6, 0.7, 0.8].flatMap((share) => [
    line(left, y(share), width - right, y(share), { stroke: '#ddd' }),
    label(left - 8, y(share) + 4, percent(share, language, 0), { 'text-anchor': 'end' }),
  ])
  const along = Array.from({ length: Math.floor(most) + 1 }, (_, at) =>
    label(x(at), bottom + 18, decimal(at, language, 0), { 'text-anchor': 'middle' }),
  )
  const marks = points.flatMap(({ own, imbalance, share }, index) => [
    element('circle', { cx: x(imbalance), cy: y(share), r: own ? 7 : 5, fill: own ? ownColour : otherColour }),
    label(x(imbalance) + 9, y(share) - 6, String(index + 1), { 'font-weight': own ? 'bold' : 'normal' }),
  ])
  return figure(say.plotTrade, width, height, [
    ...down,
    ...along,
    line(left, y(guessableLimit), width - right, y(guessableLimit), { stroke: '#8a1c1c', 'stroke-dasharray': '5 3' }),
    line(left, bottom, width - right, bottom),
    label((left + width - right) / 2, height - 8, `${say.within}, ${say.mean}`, { 'text-anchor': 'middle' }),
    ...marks,
    element('rect', { x: width - right - 340, y: top - 4, width: 340, height: tried.length * 17 + 8, fill: '#fff' }),
    ...tried.map(({ name, own }, index) =>
      label(width - right, top + 12 + index * 17, `${index + 1} ${name[language]}`, {
        'text-anchor': 'end',
        'font-weight': own ? 'bold' : 'normal',
      }),
    ),
  ])
}
