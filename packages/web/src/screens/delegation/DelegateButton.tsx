import type { Delegation, SiteDelegation } from '../../api/delegationTypes.ts'
import { studyPath, useMe } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { chosenOf } from '../../command/fields.ts'
import { useSigning } from '../../command/useSigning.ts'
import { useWords } from '../../language/useWords.tsx'

/** The responsible investigator's pen. */
export function DelegateButton({ site, page }: { readonly site: SiteDelegation; readonly page: Delegation }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const signing = useSigning()
  const own = useMe().data?.printedName ?? ''
  const people = page.people.filter(
    ({ account, grants }) => account !== page.me && grants.some((one) => one.site === site.site),
  )
  return (
    <CommandButton
      title={t('delegation.delegate')}
      submit={t('sign.submit')}
      look="primary"
      path={`${studyPath(study)}/delegation/delegate-duties`}
      fixed={{ site: site.site }}
      fields={[
        {
          name: 'person',
          label: t('delegation.person'),
          kind: 'choice',
          choices: people.map(({ account, name }) => ({ value: account, label: name })),
        },
        {
          name: 'duties',
          label: t('delegation.duties'),
          kind: 'several',
          choices: page.duties.map(({ id, title }) => ({ value: id, label: say(title) })),
        },
        { name: 'from', label: t('delegation.from'), kind: 'day', initial: site.today },
        {
          name: 'until',
          label: t('delegation.until'),
          kind: 'day',
          optional: true,
          help: t('delegation.untilHelp'),
        },
        ...signing,
      ]}
      shape={({ duties, ...rest }) => ({ ...rest, duties: chosenOf(String(duties)) })}
    >
      <p>{t('delegation.delegateHelp', { name: own })}</p>
    </CommandButton>
  )
}
