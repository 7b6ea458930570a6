import type { Infusion } from '../../api/participantTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { CorrectTime } from './CorrectTime.tsx'
import { courseLines } from './courseLines.ts'

/** Everything recorded of an infusion in order of its time of day. */
export function CourseLog({ infusion }: { readonly infusion: Infusion }) {
  const words = useWords()
  const { t } = words
  return (
    <section className="card">
      <header>
        <h2>{t('infusion.log')}</h2>
        <CorrectTime infusion={infusion} />
      </header>
      <table className="rows course">
        <thead className="hidden-visually">
          <tr>
            <th scope="col">{t('time')}</th>
            <th scope="col">{t('infusion.log')}</th>
          </tr>
        </thead>
        <tbody>
          {courseLines(infusion, words).map((line, index) => (
            <tr key={index}>
              <th scope="row" className="nowrap">
                {line.time}
              </th>
              <td className="free">{line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
