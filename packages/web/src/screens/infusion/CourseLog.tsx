import type { Infusion } from '../../api/participantTypes.ts'
import type { Words } from '../../language/useWords.tsx'
import { useWords } from '../../language/useWords.tsx'
import { vitals, vitalUnits } from './vitals.ts'

interface Line {
  readonly time: string
  readonly text: string
}

/** Everything recorded of an infusion in order of its time of day. */
export function CourseLog({ infusion }: { readonly infusion: Infusion }) {
  const words = useWords()
  const { t } = words
  return (
    <section className="card">
      <header>
        <h2>{t('infusion.log')}</h2>
      </header>
      <table className="rows course">
        <thead className="hidden-visually">
          <tr>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('infusion.log')}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(infusion, words).map((line, index) => (
            <tr key={index}>
              <th scope="row" className="nowrap">
                {line.time}
              </th>
              <td>{line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function linesOf(infusion: Infusion, { t, number, day }: Words): readonly Line[] {
  const lines: Line[] = []
  if (infusion.started !== undefined)
    lines.push({ time: infusion.started, text: [t('infusion.start'), infusion.label].join(' · ') })
  for (const one of infusion.observations) {
    const values = vitals.flatMap((vital) =>
      one.vitals[vital] === undefined
        ? []
        : [`${t(`vital.${vital}`)} ${number(one.vitals[vital])} ${vitalUnits[vital]}`],
    )
    lines.push({ time: one.time, text: [...values, ...(one.note === undefined ? [] : [one.note])].join(' · ') })
  }
  for (const pause of infusion.interruptions) {
    lines.push({ time: pause.from, text: t('infusion.interrupted', { reason: pause.reason }) })
    if (pause.to !== undefined) lines.push({ time: pause.to, text: t('infusion.resumed') })
  }
  if (infusion.ended !== undefined)
    lines.push({
      time: infusion.ended.time,
      text: [t('infusion.ended', { volume: number(infusion.ended.volumeGiven) }), infusion.ended.reason]
        .filter(Boolean)
        .join(' · '),
    })
  const sorted = lines.toSorted((a, b) => a.time.localeCompare(b.time))
  const reactions = infusion.reactions.map(({ time, day: on, grade, signs, action }) => ({
    time: on === infusion.day ? time : `${day(on)} ${time}`,
    text: t('infusion.reacted', { grade, signs, action }),
  }))
  return [...sorted, ...reactions]
}
