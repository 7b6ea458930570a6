import { studyPath } from '../../api/queries.ts'
import type { AdministeredPerson, PersonGrant } from '../../api/peopleTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { GiveRole } from './GiveRole.tsx'
import { GrantWords } from './GrantWords.tsx'

/** The person's roles in this study, those that ended too. */
export function PersonGrants({ person }: { readonly person: AdministeredPerson }) {
  const { t } = useWords()
  const mayGive = useRoles().has('administrator') && person.disabledAt === null
  return (
    <section className="card">
      <header>
        <h2>{t('people.roles')}</h2>
        {mayGive && <GiveRole person={person.accountId} />}
      </header>
      {person.grants.length === 0 ? (
        <Empty title={t('people.noRole')} />
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('people.role')}</th>
              <th scope="col">{t('people.span')}</th>
              <th scope="col">{t('people.status')}</th>
              <th scope="col">
                <span className="hidden-visually">{t('people.review')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {person.grants.map((grant) => (
              <Row key={grant.grantId} grant={grant} left={person.disabledAt !== null} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** `left`: the account is ended, and with it whatever its roles opened. */
function Row({ grant, left }: { readonly grant: PersonGrant; readonly left: boolean }) {
  const { t, instant } = useWords()
  const { reviewed } = grant
  const state = { held: 'people.held', coming: 'people.coming', ended: 'people.endedRole' } as const
  return (
    <tr>
      <th scope="row">
        <GrantWords {...grant} />
      </th>
      <td data-label={t('people.span')}>
        {instant(grant.validFrom)} –{grant.validUntil !== null && ` ${instant(grant.validUntil)}`}
        {reviewed !== null && (
          <div className="quiet small">
            {t('people.reviewed', { when: instant(reviewed.at), by: reviewed.by })}
            {reviewed.note !== '' && `: ${reviewed.note}`}
          </div>
        )}
      </td>
      <td data-label={t('people.status')}>
        {left ? (
          <Chip tone="neutral">{t('people.ended')}</Chip>
        ) : grant.reviewDue ? (
          <Chip tone="warn">{t('people.reviewDue')}</Chip>
        ) : (
          <Chip tone={grant.state === 'held' ? 'good' : 'neutral'}>{t(state[grant.state])}</Chip>
        )}
      </td>
      <td>{grant.state !== 'ended' && !left && <Acts grant={grant} />}</td>
    </tr>
  )
}

function Acts({ grant: { grantId, ...grant } }: { readonly grant: PersonGrant }) {
  const { t } = useWords()
  const { study } = usePlace()
  const roles = useRoles()
  const role = t(`role.${grant.role}` as MessageKey)
  return (
    <div className="buttons">
      {(roles.has('administrator') || roles.has('monitor')) && (
        <CommandButton
          title={t('people.review')}
          submit={t('save')}
          about={role}
          look="compact"
          path={`${studyPath(study)}/people/review-role`}
          fixed={{ grant: grantId }}
          fields={[
            {
              name: 'outcome',
              label: t('people.outcome'),
              kind: 'choice',
              choices: (['kept', 'ended'] as const).map((value) => ({ value, label: t(`people.outcome.${value}`) })),
            },
            { name: 'note', label: t('people.note'), kind: 'long', optional: true },
          ]}
        />
      )}
      {roles.has('administrator') && (
        <CommandButton
          title={t('people.endRole')}
          submit={t('people.endRole')}
          about={role}
          look="plain compact"
          danger
          path={`${studyPath(study)}/people/end-role`}
          fixed={{ grant: grantId }}
          fields={[]}
        >
          <p>{t('people.endRoleHelp')}</p>
        </CommandButton>
      )}
    </div>
  )
}
