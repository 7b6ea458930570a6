import type { Encounter } from '../../api/participantTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

/** When an encounter took place, is booked, or should take place, in local calendar days. */
export function EncounterDays({ encounter }: { readonly encounter: Encounter }) {
  const { t, day } = useWords()
  const { from, to, planned, booked } = encounter
  return (
    <div className="days data">
      {encounter.day !== undefined && <strong>{day(encounter.day)}</strong>}
      {encounter.day !== undefined && encounter.inWindow === false && (
        <Chip tone="warn" icon="alert">
          {t('timeline.outside')}
        </Chip>
      )}
      {encounter.day === undefined && booked !== undefined && (
        <strong>{t('timeline.bookedFor', { day: day(booked) })}</strong>
      )}
      {encounter.day === undefined && planned !== undefined && (
        <span>{t('timeline.plannedFor', { day: day(planned) })}</span>
      )}
      {from !== undefined && to !== undefined && from !== to && (
        <span className="quiet small">{t('timeline.window', { from: day(from), to: day(to) })}</span>
      )}
    </div>
  )
}
