import { guessableLimit } from '@trialwright/conduct'
import type { Language } from '@trialwright/protocol'
import type { StudyReport } from '../report.ts'
import { percent, words } from '../words.ts'
import { element, figure, label, line, otherColour, ownColour } from './svg.ts'

const left = 350
const width = 860
const row = 34

/** A bar for each scheme and guesser, on an axis from 40 to 80 percent with the limit drawn in. */
export function guessPlot({ tried }: StudyReport, language: Language): string {
  const say = words[language]
  const height = tried.length * row + 62
  const x = (share: number) => left + ((Math.min(Math.max(share, 0.4), 0.8) - 0.4) / 0.4) * (width - left - 60)
  const bottom = tried.length * row + 6
  const axis = [0.4, 0.5, 0.6, 0.7, 0.8].flatMap((share) => [
    line(x(share), 4, x(share), bottom, { stroke: '#ddd' }),
    label(x(share), bottom + 16, percent(share, language, 0), { 'text-anchor': 'middle' }),
  ])
  const bars = tried.flatMap(({ name, own, characteristics: { guessed } }, index) => {
    const top = index * row + 8
    const fill = own ? ownColour : otherColour
    const most = Math.max(guessed.convergence.mean, guessed.best.mean)
    return [
      label(left - 8, top + 16, name[language], { 'text-anchor': 'end', 'font-weight': own ? 'bold' : 'normal' }),
      bar(x, guessed.convergence.mean, top, { fill }),
      bar(x, guessed.best.mean, top + 12, { fill: 'none', stroke: fill, 'stroke-width': 1.5 }),
      label(width - 8, top + 16, percent(most, language), { 'text-anchor': 'end' }),
    ]
  })
  const limit = [
    line(x(guessableLimit), 2, x(guessableLimit), bottom, { stroke: '#8a1c1c', 'stroke-dasharray': '5 3' }),
    label(x(guessableLimit) + 4, bottom - 2, say.limit, { fill: '#8a1c1c' }),
  ]
  const key = [
    element('rect', { x: left, y: bottom + 30, width: 22, height: 9, fill: ownColour }),
    label(left + 28, bottom + 39, say.behind),
    element('rect', { x: left + 270, y: bottom + 30, width: 22, height: 9, fill: 'none', stroke: ownColour }),
    label(left + 298, bottom + 39, say.best),
  ]
  return figure(say.plotGuess, width, height, [...axis, ...bars, ...limit, ...key])
}

const bar = (x: (share: number) => number, share: number, y: number, look: Readonly<Record<string, string | number>>) =>
  element('rect', { x: x(0.4), y, width: Math.max(x(share) - x(0.4), 0), height: 9, ...look })
