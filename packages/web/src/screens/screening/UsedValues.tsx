import type { UsedValue } from '@trialwright/protocol'
import { Link } from 'react-router'
import { usePlace } from '../../api/useStudy.ts'
import { useWords } from '../../language/useWords.tsx'
import { useShownParticipant } from '../participants/ParticipantFrame.tsx'

const mostShown = 6

/** The values an answer rests on; the missing ones lead to the form that asks for them. */
export function UsedValues({ used }: { readonly used: readonly UsedValue[] }) {
  const { t, day } = useWords()
  if (used.length === 0) return null
  const shown = used.slice(0, mostShown)
  const days = new Set(shown.flatMap((value) => value.date ?? []))
  const [same] = days
  return (
    <ul className="used small" aria-label={t('screening.used')}>
      {shown.map((value) => (
        <Used
          key={`${value.row?.en} ${value.form} ${value.item} ${value.label.en} ${value.shown.en} ${value.date}`}
          value={value}
          dated={days.size > 1}
        />
      ))}
      {days.size === 1 && same !== undefined && <li className="quiet nowrap">{day(same)}</li>}
      {used.length > shown.length && (
        <li className="quiet">{t('screening.more', { count: used.length - shown.length })}</li>
      )}
    </ul>
  )
}

function Used({ value, dated }: { readonly value: UsedValue; readonly dated: boolean }) {
  const { say, day } = useWords()
  const link = useFormLink(value.form, value.encounter, value.item)
  const label = value.row === undefined ? say(value.label) : `${say(value.row)}: ${say(value.label)}`
  return (
    <li className={value.status}>
      <span className="quiet">{link === undefined ? label : <Link to={link}>{label}</Link>}</span>{' '}
      <strong className="data">{say(value.shown)}</strong>
      {value.limits !== undefined && <span className="quiet"> {say(value.limits)}</span>}
      {dated && value.date !== undefined && <span className="quiet nowrap"> {day(value.date)}</span>}
    </li>
  )
}

/** Where a form is filled in: at the encounter given, else at the first that has it. */
export function useFormLink(form: string | undefined, encounter?: string, item?: string): string | undefined {
  const { study, code } = usePlace()
  const { schedule } = useShownParticipant()
  const place = encounter ?? schedule.find((one) => one.forms.some((each) => each.form === form))?.id
  if (form === undefined || place === undefined) return undefined
  return `/studies/${study}/participants/${code}/encounters/${place}/forms/${form}${item === undefined ? '' : `#item-${item}`}`
}
