import type { CompiledEncounter } from './compiled.ts'
import { addDuration } from './value/calendar.ts'

/** The day an encounter is planned for, and the first and last day of its window, both included. */
export interface PlannedDays {
  readonly planned: string
  readonly from: string
  readonly to: string
}

/** So many local calendar days, or calendar months, after the day of its anchor. */
export function plannedDays({ at, window }: Pick<CompiledEncounter, 'at' | 'window'>, anchorDay: string): PlannedDays {
  const planned = addDuration(anchorDay, at)
  return {
    planned,
    from: addDuration(planned, { value: -window.early, unit: 'd' }),
    to: addDuration(planned, { value: window.late, unit: 'd' }),
  }
}
