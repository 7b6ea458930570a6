import { bodies } from '../schemas/commands.ts'
import { participantCommand } from './command.ts'

export const treatmentRoutes = [
  participantCommand(
    'treatment',
    'requestPreparation',
    'Ask the pharmacy for a masked infusion',
    bodies.requestPreparation,
  ),
  participantCommand('treatment', 'startInfusion', 'Start an infusion', bodies.startInfusion),
  participantCommand('treatment', 'recordObservation', 'Record vital signs', bodies.recordObservation),
  participantCommand('treatment', 'interruptInfusion', 'Interrupt the infusion', bodies.interruptInfusion),
  participantCommand('treatment', 'resumeInfusion', 'Resume the infusion', bodies.resumeInfusion),
  participantCommand('treatment', 'endInfusion', 'End the infusion', bodies.endInfusion),
  participantCommand('treatment', 'recordReaction', 'Record an infusion reaction', bodies.recordReaction),
  participantCommand('treatment', 'holdTreatment', 'Hold treatment', bodies.holdTreatment),
  participantCommand('treatment', 'releaseHold', 'Release a hold', bodies.releaseHold),
  participantCommand('treatment', 'stopTreatment', 'Stop treatment for good', bodies.stopTreatment),
  participantCommand('treatment', 'correctInfusionTime', 'Correct a time of an infusion', bodies.correctInfusionTime),
]
