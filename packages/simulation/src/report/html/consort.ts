import type { ArmFlow, FlowFigures } from '../flow.ts'
import { escaped, wrapped } from './svg.ts'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  /** The first line stands out. */
  readonly lines: readonly string[]
}

const lineHeight = 17
const padding = 11
const width = 960
const middle = 330
const characters = 45

const heightOf = ({ lines }: Pick<Box, 'lines'>): number => lines.length * lineHeight + 2 * padding - 4

/** The flow of participants after CONSORT 2010: assessed, excluded with reasons, randomised, allocated, followed, analysed. */
export function consortPicture(flow: FlowFigures, endpoint: string): string {
  const assessed = box(middle - 150, 10, 300, [`Assessed for eligibility (n = ${flow.registered})`])
  const excluded = box(560, below(assessed) + 18, 390, excludedLines(flow))
  const randomised = box(middle - 150, Math.max(below(excluded) + 18, below(assessed) + 90), 300, [
    `Randomised (n = ${flow.randomised})`,
  ])
  const top = below(randomised) + 64
  const columns = flow.arms.map((arm, index) => columnOf(arm, index, flow.arms.length, top, endpoint))
  const height = Math.max(...columns.flat().map(below)) + 12
  const centre = (each: Box) => each.x + each.width / 2
  const turn = below(randomised) + 30
  const arrows = [
    line(middle, below(assessed), middle, randomised.y, true),
    line(middle, excluded.y + 20, excluded.x, excluded.y + 20, true),
    ...columns.flatMap((boxes) => [
      ...(boxes[0]
        ? [
            line(middle, below(randomised), middle, turn),
            line(middle, turn, centre(boxes[0]), turn),
            line(centre(boxes[0]), turn, centre(boxes[0]), boxes[0].y, true),
          ]
        : []),
      ...boxes.slice(1).map((each, at) => line(centre(each), below(boxes[at]!), centre(each), each.y, true)),
    ]),
  ]
  const boxes = [assessed, excluded, randomised, ...columns.flat()].map(draw)
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Flow of participants" class="consort">
<defs><marker id="end" markerWidth="9" markerHeight="9" refX="8" refY="4" orient="auto"><path d="M0,0 L9,4 L0,8 z" fill="#40576b"/></marker></defs>
${arrows.join('\n')}
${boxes.join('\n')}
</svg>`
}

function excludedLines({ screenFailed, failedCriteria, otherwiseOut }: FlowFigures): readonly string[] {
  const shown = failedCriteria.slice(0, 12)
  return [
    `Excluded (n = ${screenFailed + otherwiseOut})`,
    ...(otherwiseOut > 0 ? [`withdrew, or still in screening: ${otherwiseOut}`] : []),
    ...shown.map(({ criterion, text, count }) => `${count} × ${criterion} ${firstWords(text, 46)}`),
    ...(failedCriteria.length > shown.length ? [`and ${failedCriteria.length - shown.length} further criteria`] : []),
    'one person may fail several',
  ]
}

function columnOf(arm: ArmFlow, index: number, count: number, top: number, endpoint: string): readonly Box[] {
  const room = width / count
  const boxWidth = Math.min(room - 24, 380)
  const x = index * room + (room - boxWidth) / 2
  const planned = arm.infusions.length - 1
  const allocated = box(x, top, boxWidth, [
    `${arm.title}: allocated (n = ${arm.allocated})`,
    `received at least one infusion (n = ${arm.treated})`,
    `received all ${planned} (n = ${arm.infusions[planned] ?? 0})`,
    ...(arm.allocated > arm.treated ? [`received none (n = ${arm.allocated - arm.treated})`] : []),
  ])
  const followed = box(x, below(allocated) + 30, boxWidth, [
    'Follow-up',
    `treatment stopped (n = ${arm.stopped})`,
    `withdrew consent (n = ${arm.withdrew})`,
  ])
  const analysed = box(x, below(followed) + 30, boxWidth, [
    `Came to ${firstWords(endpoint, 38)} (n = ${arm.followed})`,
    `in the modified intention to treat (n = ${arm.treated})`,
  ])
  return [allocated, followed, analysed]
}

const box = (x: number, y: number, boxWidth: number, lines: readonly string[]): Box => ({
  x,
  y,
  width: boxWidth,
  lines: lines.flatMap((text) => wrapped(text, Math.floor((boxWidth / 300) * characters))),
})

const below = (each: Box): number => each.y + heightOf(each)

const firstWords = (text: string, most: number): string => {
  const [first = ''] = wrapped(text, most)
  return first === text ? text : `${first} …`
}

const line = (x1: number, y1: number, x2: number, y2: number, arrow = false): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#40576b" stroke-width="1.4"${arrow ? ' marker-end="url(#end)"' : ''}/>`

function draw(each: Box): string {
  const { x, y, width: boxWidth, lines } = each
  const text = lines.map(
    (words, at) =>
      `<text x="${x + padding}" y="${y + padding + 9 + at * lineHeight}"${at === 0 ? ' font-weight="600"' : ''}>${escaped(words)}</text>`,
  )
  return `<rect x="${x}" y="${y}" width="${boxWidth}" height="${heightOf(each)}" rx="3" fill="#fff" stroke="#7b92a6"/>${text.join('')}`
}
