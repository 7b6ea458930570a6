import { bodies } from '../schemas/commands.ts'
import { participantCommand } from './command.ts'

export const encounterRoutes = [
  participantCommand('encounters', 'bookEncounter', 'Book an encounter on a day', bodies.bookEncounter),
  participantCommand('encounters', 'recordVisit', 'Record that a visit took place', bodies.recordVisit),
  participantCommand('encounters', 'recordMissedVisit', 'Record that a visit was missed', bodies.recordMissedVisit),
  participantCommand(
    'encounters',
    'recordUnscheduledVisit',
    'Record a visit beside the plan, or correct one',
    bodies.recordUnscheduledVisit,
  ),
]
