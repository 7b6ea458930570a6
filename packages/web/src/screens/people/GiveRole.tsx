import { studyPath } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

const roles = [
  'coordinator',
  'nurse',
  'investigator',
  'mriReader',
  'monitor',
  'dataManager',
  'statistician',
  'inspector',
  'administrator',
  'unblindedPharmacist',
  'safetyOfficer',
  'randomisationOfficer',
] as const

export function GiveRole({ person }: { readonly person: string }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const sites = useDefinition(study).data?.compiled.sites ?? []
  return (
    <CommandButton
      title={t('people.grant')}
      submit={t('people.grant')}
      look="primary compact"
      path={`${studyPath(study)}/people/grant-role`}
      fixed={{ person }}
      fields={[
        {
          name: 'role',
          label: t('people.role'),
          kind: 'choice',
          choices: roles.map((role) => ({ value: role, label: t(`role.${role}` as MessageKey) })),
        },
        {
          name: 'site',
          label: t('site'),
          kind: 'choice',
          optional: true,
          help: t('people.siteHelp'),
          choices: sites.map(({ id, title }) => ({ value: id, label: say(title) })),
        },
        { name: 'from', label: t('people.from'), kind: 'day', optional: true, help: t('people.fromHelp') },
        { name: 'until', label: t('people.until'), kind: 'day', optional: true, help: t('people.untilHelp') },
      ]}
    />
  )
}
