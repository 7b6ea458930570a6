import type { Participant } from '../api/participantTypes.ts'
import { participantPath } from '../api/queries.ts'
import { useDefinition, usePlace } from '../api/useStudy.ts'
import { useWords } from '../language/useWords.tsx'
import { CommandButton } from './CommandButton.tsx'
import { commandForms, type CommandName } from './commandForms.ts'

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
}) {
  const words = useWords()
  const { study } = usePlace()
  const compiled = useDefinition(study).data?.compiled
  const { participant, command, encounter } = props
  const possible = participant.possible.find((one) => one.command === command && one.encounter === encounter)
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
      fixed={encounter === undefined ? undefined : { encounter }}
    >
      {form.says !== undefined && <p className="quiet">{form.says}</p>}
    </CommandButton>
  )
}
