import { bodies } from '../schemas/commands.ts'
import { participantCommand } from './command.ts'

export const consentRoutes = [
  participantCommand('consent', 'recordConsent', 'Record informed consent to a version', bodies.recordConsent),
  participantCommand('consent', 'withdrawConsent', 'Record withdrawal of consent', bodies.withdrawConsent),
  participantCommand('consent', 'recordDeclined', 'Record that a registered person said no', bodies.recordDeclined),
  participantCommand('consent', 'correctConsentDay', 'Correct the day of a consent', bodies.correctConsentDay),
]
