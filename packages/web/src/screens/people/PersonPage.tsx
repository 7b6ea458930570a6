import { Link, useParams } from 'react-router'
import type { AdministeredPerson, People } from '../../api/peopleTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePeople } from '../../api/usePeople.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { NotFound } from '../shell/NotFound.tsx'
import { PersonActions } from './PersonActions.tsx'
import { PersonGrants } from './PersonGrants.tsx'
import { Sessions } from './Sessions.tsx'
import { stateOf } from './words.ts'

/** One person: account, identity, second factors, roles. */
export function PersonPage() {
  const { person: id } = useParams()
  return (
    <Asked query={usePeople()}>
      {(page) => {
        const person = page.people.find(({ accountId }) => accountId === id)
        return person === undefined ? <NotFound /> : <Known person={person} issuers={page.issuers} />
      }}
    </Asked>
  )
}

function Known({ person, issuers }: { readonly person: AdministeredPerson; readonly issuers: People['issuers'] }) {
  const { t } = useWords()
  const { study } = usePlace()
  const roles = useRoles()
  useTitle(person.printedName)
  const { tone, key } = stateOf(person)
  return (
    <>
      <nav aria-label={t('people.title')}>
        <ol className="crumbs">
          <li>
            <Link to={`/studies/${study}/people`}>{t('people.back')}</Link>
          </li>
        </ol>
      </nav>
      <div className="page-head">
        <h1>{person.printedName}</h1>
        <Chip tone={tone}>{t(key)}</Chip>
      </div>
      <section className="card">
        <div className="body">
          <Facts person={person} issuers={issuers} />
        </div>
        {person.disabledAt === null && (
          <div className="body">
            <PersonActions person={person} issuers={issuers} roles={roles} />
          </div>
        )}
      </section>
      <p>
        <Link to={`/studies/${study}/delegation/${person.accountId}`}>
          {t('delegation.trainingOf', { name: person.printedName })}
        </Link>
      </p>
      <PersonGrants person={person} />
      {roles.has('administrator') && <Sessions person={person.accountId} />}
    </>
  )
}

function Facts({ person, issuers }: { readonly person: AdministeredPerson; readonly issuers: People['issuers'] }) {
  const { t, instant } = useWords()
  const { identity, maySign } = person
  const factors = [
    ...(person.authenticator ? [t('people.app')] : []),
    ...(person.passkeys > 0 ? [t('people.passkeys', { count: person.passkeys })] : []),
  ]
  return (
    <dl className="facts">
      <dt>{t('people.login')}</dt>
      <dd>{person.login}</dd>
      <dt>{t('people.lastSignIn')}</dt>
      <dd>{person.lastSignIn === null ? t('people.never') : instant(person.lastSignIn)}</dd>
      <dt>{t('people.identity')}</dt>
      <dd>
        {identity === null
          ? t(maySign ? 'shell.demoAccount' : 'people.identityNone')
          : t('people.identityBy', { how: identity.how, by: identity.by, when: instant(identity.at) })}
        {identity !== null && !maySign && <div>{t('people.identityOld')}</div>}
      </dd>
      <dt>{t('people.factors')}</dt>
      <dd>{factors.length === 0 ? t('people.noFactors') : factors.join(', ')}</dd>
      {person.links.length > 0 && (
        <>
          <dt>{t('people.providers')}</dt>
          <dd>
            {person.links.map(({ linkId, issuer, subject }) => (
              <div key={linkId}>
                {issuers.find((one) => one.issuer === issuer)?.title ?? issuer}: <span className="data">{subject}</span>
              </div>
            ))}
          </dd>
        </>
      )}
    </dl>
  )
}
