import type { Encounter, Participant } from '../../api/participantTypes.ts'
import { participantPath } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { chosenOf, type CommandField } from '../../command/fields.ts'
import { useWords } from '../../language/useWords.tsx'

/** Records a visit beside the plan, or corrects the one given. */
export function UnscheduledButton(props: { readonly participant: Participant; readonly visit?: Encounter }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const definition = useDefinition(study).data
  const { participant, visit } = props
  const possible = participant.possible.find(({ command }) => command === 'recordUnscheduledVisit')
  const allowed = definition?.compiled.unscheduled?.forms ?? []
  if (possible === undefined || definition === undefined || (visit && possible.refusals.length > 0)) return null
  const fields: readonly CommandField[] = [
    { name: 'day', label: t('day'), kind: 'day', initial: visit?.day ?? participant.today },
    { name: 'reason', label: t('command.unscheduledReason'), kind: 'long', initial: visit?.reason },
    {
      name: 'forms',
      label: t('command.unscheduledForms'),
      kind: 'several',
      initial: visit?.forms.map(({ form }) => form).join(','),
      choices: allowed.map((form) => ({ value: form, label: say(definition.form(form).title) })),
    },
    ...(visit ? [{ name: 'correction', label: t('command.correction'), kind: 'text' } as const] : []),
  ]
  const title = t(visit ? 'command.correctUnscheduledVisit' : 'command.recordUnscheduledVisit')
  return (
    <CommandButton
      title={title}
      submit={title}
      of={participant.code}
      path={`${participantPath(study, participant.code)}/record-unscheduled-visit`}
      refusals={possible.refusals}
      fields={fields}
      shape={({ forms, ...rest }) => ({ ...rest, forms: chosenOf(String(forms)) })}
      fixed={visit ? { encounter: visit.id } : undefined}
      look={visit ? 'plain' : 'compact'}
    >
      {visit === undefined && <p className="quiet">{t('command.recordUnscheduledVisitHelp')}</p>}
    </CommandButton>
  )
}
