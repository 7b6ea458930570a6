import type { EncounterStatus, Participant } from '../api/participantTypes.ts'
import { participantPath } from '../api/queries.ts'
import { useIsSiteStaff } from '../api/useRoles.ts'
import { useDefinition, usePlace } from '../api/useStudy.ts'
import { useWords } from '../language/useWords.tsx'
import { CommandButton } from './CommandButton.tsx'
import { commandForms, type CommandName } from './commandForms.ts'

/** Commands whose refusal depends on the day typed: offered by the encounter's state, decided when sent. */
const byState: Readonly<Partial<Record<CommandName, readonly EncounterStatus[]>>> = {
  bookEncounter: ['upcoming', 'due', 'overdue', 'booked'],
  recordVisit: ['due', 'overdue', 'booked'],
  recordMissedVisit: ['due', 'overdue', 'booked'],
}

const path = (command: string): string => command.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * One of the commands the server says this person may ask for now, or may not yet and why. Commands it does not name are
 * not shown.
 */
export function PossibleCommand(props: {
  readonly participant: Participant
  readonly command: CommandName
  readonly encounter?: string
  readonly look?: 'primary' | 'danger' | 'plain' | 'compact' | 'plain compact' | 'primary compact'
  /** Leave it out while something stands in its way. */
  readonly onlyIfOpen?: boolean
  /** The same command stands beside other encounters on the page. */
  readonly amongOthers?: boolean
}) {
  const words = useWords()
  const { study } = usePlace()
  const compiled = useDefinition(study).data?.compiled
  const { participant, command, encounter } = props
  const isSiteStaff = useIsSiteStaff()
  const scheduled = participant.schedule.find((one) => one.id === encounter)
  const state = scheduled?.state
  const title = scheduled && words.say(scheduled.title)
  const possible =
    byState[command] === undefined
      ? participant.possible.find((one) => one.command === command && one.encounter === encounter)
      : isSiteStaff && state !== undefined && byState[command].includes(state)
        ? { command, refusals: [] }
        : undefined
  if (possible === undefined || compiled === undefined) return null
  if (props.onlyIfOpen === true && possible.refusals.length > 0) return null
  const form = commandForms[command]({ words, participant, compiled })
  return (
    <CommandButton
      title={words.t(`command.${command}`)}
      submit={words.t(`command.${command}`)}
      path={`${participantPath(study, participant.code)}/${path(command)}`}
      refusals={possible.refusals}
      fields={form.fields}
      shape={form.shape}
      danger={form.danger}
      look={props.look}
      about={props.amongOthers === true ? title : undefined}
      of={[participant.code, ...(props.amongOthers !== true && title !== undefined ? [title] : [])].join(', ')}
      fixed={encounter === undefined ? undefined : { encounter }}
    >
      {form.says !== undefined && <p className="quiet">{form.says}</p>}
    </CommandButton>
  )
}
