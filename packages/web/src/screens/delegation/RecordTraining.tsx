import type { Delegation, StaffMember } from '../../api/delegationTypes.ts'
import { studyPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { chosenOf } from '../../command/fields.ts'
import { useWords } from '../../language/useWords.tsx'

const attesting = ['administrator', 'monitor', 'investigator']

/** Attests what one person, or all who were at a course, have completed; nobody attests their own. */
export function RecordTraining(props: {
  readonly page: Delegation
  readonly people: readonly StaffMember[]
  readonly today: string
}) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const roles = useRoles()
  const people = props.people.filter(({ account }) => account !== props.page.me)
  if (!attesting.some((role) => roles.has(role)) || people.length === 0) return null
  return (
    <CommandButton
      title={t('delegation.record')}
      submit={t('delegation.record')}
      look="compact"
      path={`${studyPath(study)}/delegation/record-training`}
      fields={[
        {
          name: 'people',
          label: t('delegation.people'),
          kind: 'several',
          initial: people.length === 1 ? people[0]?.account : undefined,
          choices: people.map(({ account, name }) => ({ value: account, label: name })),
        },
        {
          name: 'training',
          label: t('delegation.training'),
          kind: 'choice',
          choices: props.page.training.map(({ id, title }) => ({ value: id, label: say(title) })),
        },
        { name: 'day', label: t('delegation.completed'), kind: 'day', initial: props.today },
        { name: 'evidence', label: t('delegation.evidence'), kind: 'text', help: t('delegation.evidenceHelp') },
        {
          name: 'expires',
          label: t('delegation.expires'),
          kind: 'day',
          optional: true,
          help: t('delegation.expiresHelp'),
        },
      ]}
      shape={({ people: chosen, ...rest }) => ({ ...rest, people: chosenOf(String(chosen)) })}
    >
      <p>{t('delegation.recordHelp')}</p>
    </CommandButton>
  )
}
