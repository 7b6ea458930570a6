import type { Language } from '@trialwright/protocol'
import type { StudyReport } from '../report.ts'
import { decimal, percent, words } from '../words.ts'
import { element, figure, label, line, ownColour } from './svg.ts'

const width = 860
const height = 260
const [left, right, top, bottom] = [70, 30, 20, 215]
const mostBars = 30

/** How often the study's own scheme ends with which imbalance; the tail beyond the last bar is in the table's worst case. */
export function endsPlot({ tried }: StudyReport, language: Language): string {
  const say = words[language]
  const own = tried.find((each) => each.own)!
  const bars = own.characteristics.overall.distribution.slice(0, mostBars)
  const most = Math.max(...bars.map(([, share]) => share))
  const step = (width - left - right) / bars.length
  const drawn = bars.flatMap(([imbalance, share], index) => {
    const x = left + index * step
    const tall = (share / most) * (bottom - top)
    const whole = Number.isInteger(imbalance)
    return [
      element('rect', { x: x + step * 0.15, y: bottom - tall, width: step * 0.7, height: tall, fill: ownColour }),
      label(x + step / 2, bottom + 16, decimal(imbalance, language, whole ? 0 : 1), { 'text-anchor': 'middle' }),
      ...(step > 40
        ? [label(x + step / 2, bottom - tall - 4, percent(share, language, 0), { 'text-anchor': 'middle' })]
        : []),
    ]
  })
  return figure(`${say.plotEnds}: ${own.name[language]}`, width, height, [
    line(left, bottom, width - right, bottom),
    ...drawn,
    label((left + width - right) / 2, height - 8, `${say.overall} (${say.ofTrials} %)`, { 'text-anchor': 'middle' }),
  ])
}
