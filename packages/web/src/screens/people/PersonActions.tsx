import type { AdministeredPerson, People } from '../../api/peopleTypes.ts'
import { studyPath } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'
import { Invite } from './Invite.tsx'

/** What may be done about an account that is in use. */
export function PersonActions(props: {
  readonly person: AdministeredPerson
  readonly issuers: People['issuers']
  readonly roles: ReadonlySet<string>
}) {
  const { t } = useWords()
  const { study } = usePlace()
  const { person, issuers, roles } = props
  const path = (command: string) => `${studyPath(study)}/people/${command}`
  const fixed = { person: person.accountId }
  const isAdministrator = roles.has('administrator')
  return (
    <div className="buttons">
      {isAdministrator && <Invite person={person.accountId} />}
      {(isAdministrator || roles.has('monitor')) && (
        <CommandButton
          title={t('people.check')}
          submit={t('people.check')}
          path={path('identity-check')}
          fixed={fixed}
          fields={[{ name: 'how', label: t('people.how'), kind: 'text', help: t('people.howHelp') }]}
        >
          <p>{t('people.checkHelp')}</p>
        </CommandButton>
      )}
      {isAdministrator && (person.authenticator || person.passkeys > 0) && (
        <CommandButton
          title={t('people.reset')}
          submit={t('people.reset')}
          danger
          path={path('reset-factors')}
          fixed={fixed}
          fields={[]}
        >
          <p>{t('people.resetHelp')}</p>
        </CommandButton>
      )}
      {isAdministrator && issuers.length > 0 && (
        <CommandButton
          title={t('people.link.add')}
          submit={t('people.link.add')}
          path={path('link-provider')}
          fixed={fixed}
          fields={[
            {
              name: 'issuer',
              label: t('people.issuer'),
              kind: 'choice',
              initial: issuers[0]?.issuer,
              choices: issuers.map(({ issuer, title }) => ({ value: issuer, label: title })),
            },
            { name: 'subject', label: t('people.subject'), kind: 'text' },
          ]}
        />
      )}
      {isAdministrator &&
        person.links.map(({ linkId, subject }) => (
          <CommandButton
            key={linkId}
            title={`${t('people.link.remove')}: ${subject}`}
            submit={t('people.link.remove')}
            path={path('unlink-provider')}
            fixed={{ ...fixed, link: linkId }}
            fields={[]}
          >
            <p>{t('people.link.removeHelp')}</p>
          </CommandButton>
        ))}
      {isAdministrator && (
        <CommandButton
          title={t('people.disable')}
          submit={t('people.disable')}
          look="danger"
          danger
          path={path('disable')}
          fixed={fixed}
          fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
        >
          <p>{t('people.disableHelp')}</p>
        </CommandButton>
      )}
    </div>
  )
}
