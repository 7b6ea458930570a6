import type { ConsentCommand } from '../consent/commands.ts'
import type { ClassifyDeviation } from '../deviations/commands.ts'
import type { EncounterCommand } from '../encounters/commands.ts'
import type { RecordForm } from '../forms/commands.ts'
import type { LockCommand } from '../locks/commands.ts'
import type { QueryCommand } from '../queries/commands.ts'
import type { Randomise } from '../randomisation/commands.ts'
import type { ScreeningCommand } from '../screening/commands.ts'
import type { SignatureCommand } from '../signatures/commands.ts'
import type { TreatmentCommand } from '../treatment/commands.ts'
import type { VerificationCommand } from '../verification/commands.ts'
import type { RecordAccidentalUnblinding } from '../unblinding/commands.ts'

export type ParticipantCommand =
  | ConsentCommand
  | ScreeningCommand
  | Randomise
  | EncounterCommand
  | RecordForm
  | QueryCommand
  | ClassifyDeviation
  | TreatmentCommand
  | SignatureCommand
  | LockCommand
  | VerificationCommand
  | RecordAccidentalUnblinding

export type ParticipantCommandType = ParticipantCommand['type']
