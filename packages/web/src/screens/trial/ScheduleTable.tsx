import type { CompiledStudy } from '@trialwright/protocol'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { epochSpans, type ScheduleStudy, windowInWords } from './schedule.ts'

/** The SPIRIT table: procedures down, encounters across, under their epochs. */
export function ScheduleTable({ study }: { readonly study: ScheduleStudy }) {
  const { t, say, number } = useWords()
  const { encounters } = study
  return (
    <div className="scroll spirit" tabIndex={0} role="region" aria-label={t('trial.schedule')}>
      <table>
        <thead>
          <tr>
            <td />
            {epochSpans(study).map((span) => (
              <th key={`${span.id} ${span.start}`} scope="colgroup" colSpan={span.count}>
                {say(span.title)}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">{t('trial.procedure')}</th>
            {encounters.map((encounter) => (
              <th
                key={encounter.id}
                scope="col"
                title={say(encounter.title)}
                className={encounter.administers ? 'administers' : undefined}
              >
                {say(encounter.short)}
              </th>
            ))}
          </tr>
          <tr className="windows">
            <th scope="row">{t('trial.window')}</th>
            {encounters.map((encounter) => (
              <td key={encounter.id}>{windowInWords(encounter, number)}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {study.procedures.map((procedure) => (
            <tr key={procedure.id}>
              <th scope="row">
                {say(procedure.title)}
                {procedure.appliesTo !== undefined && <sup aria-label={t('trial.someOnly')}>*</sup>}
              </th>
              {encounters.map((encounter) => (
                <td key={encounter.id}>{encounter.procedures.includes(procedure.id) && <Mark />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Mark() {
  const { t } = useWords()
  return (
    <>
      <Icon name="dot" />
      <span className="hidden-visually">{t('trial.planned')}</span>
    </>
  )
}

/** The same for a narrow screen: one encounter after the other, with what happens there. */
export function ScheduleList({ study }: { readonly study: ScheduleStudy }) {
  const { say } = useWords()
  const title = new Map(study.procedures.map((procedure) => [procedure.id, procedure.title]))
  return (
    <ol className="schedule-list">
      {study.encounters.map((encounter: CompiledStudy['encounters'][number]) => (
        <li key={encounter.id}>
          <h3>
            <span className="short">{say(encounter.short)}</span> {say(encounter.title)}
          </h3>
          <p className="quiet small">
            {encounter.procedures
              .flatMap((id) => title.get(id) ?? [])
              .map(say)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ol>
  )
}
