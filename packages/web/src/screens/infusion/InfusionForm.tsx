import type { Participant } from '../../api/participantTypes.ts'
import type { Possibility } from '../../api/types.ts'
import { participantPath } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandForm, type CommandFormProps } from '../../command/CommandForm.tsx'
import { useWords } from '../../language/useWords.tsx'

export type InfusionCommand =
  | 'startInfusion'
  | 'recordObservation'
  | 'interruptInfusion'
  | 'resumeInfusion'
  | 'endInfusion'
  | 'recordReaction'

const path = (command: string): string => command.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A command of the infusion where it stands, or what stands in its way; nothing where the server does not offer it. */
export function InfusionForm(
  props: Omit<CommandFormProps, 'path' | 'fixed'> & {
    readonly participant: Participant
    readonly encounter: string
    readonly command: InfusionCommand
  },
) {
  const { say } = useWords()
  const { study } = usePlace()
  const { participant, encounter, command, ...form } = props
  const possible = findPossible(participant, encounter, command)
  if (possible === undefined) return null
  if (possible.refusals.length > 0)
    return (
      <ul className="in-the-way small">
        {possible.refusals.map((refusal) => (
          <li key={`${refusal.code} ${refusal.reason.en}`}>
            {say(refusal.reason)} <span className="quiet">{say(refusal.remedy)}</span>
          </li>
        ))}
      </ul>
    )
  return (
    <CommandForm
      {...form}
      path={`${participantPath(study, participant.code)}/${path(command)}`}
      fixed={{ encounter }}
    />
  )
}

/** Whether the server allows the command here now. */
export const offers = (participant: Participant, encounter: string, command: InfusionCommand): boolean =>
  findPossible(participant, encounter, command)?.refusals.length === 0

/** A reaction may come after its infusion, when the server already speaks of the next one. */
function findPossible(participant: Participant, encounter: string, command: InfusionCommand): Possibility | undefined {
  const named = participant.possible.find((one) => one.command === command && one.encounter === encounter)
  if (named !== undefined || command !== 'recordReaction') return named
  const mayAtAll = participant.possible.some((one) => one.command === command)
  return mayAtAll ? { command, encounter, refusals: [] } : undefined
}
