import { useState } from 'react'
import { Link } from 'react-router'
import type { AdministeredPerson, People } from '../../api/peopleTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePeople } from '../../api/usePeople.ts'
import { usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { GrantWords } from './GrantWords.tsx'
import { MailNotice } from './MailNotice.tsx'
import { NewPerson } from './NewPerson.tsx'
import { Sessions } from './Sessions.tsx'
import { heldBy, inOrder, stateOf } from './words.ts'

/** Who may do what in the study, and what of it somebody has to look at. */
export function PeoplePage() {
  const { t } = useWords()
  const isAdministrator = useRoles().has('administrator')
  useTitle(t('people.title'))
  return (
    <>
      <div className="page-head">
        <h1>{t('people.title')}</h1>
        {isAdministrator && (
          <div className="buttons">
            <NewPerson />
          </div>
        )}
      </div>
      <p className="quiet lead">{t('people.help')}</p>
      <Asked query={usePeople()}>
        {(page) => (
          <>
            <Attention page={page} />
            {page.mail && <MailNotice {...page.mail} />}
            <PeopleTable people={page.people} />
          </>
        )}
      </Asked>
      {isAdministrator && <Sessions />}
    </>
  )
}

function Attention({ page }: { readonly page: People }) {
  const { t, instant } = useWords()
  const due = page.people.flatMap((person) => heldBy(person).filter(({ reviewDue }) => reviewDue)).length
  const dormant = page.people.filter((person) => person.dormant).length
  return (
    <>
      {due > 0 && (
        <Notice tone="warn" title={t('people.toReview', { count: due })}>
          <p>{t('people.toReviewHelp')}</p>
        </Notice>
      )}
      {dormant > 0 && (
        <Notice tone="info" title={t('people.dormantCount', { count: dormant })}>
          <p>{t('people.dormantHelp')}</p>
        </Notice>
      )}
      {page.failing.length > 0 && (
        <Notice tone="bad" title={t('people.failing')}>
          <ul>
            {page.failing.map(({ login, printedName, failures, addresses, last }) => (
              <li key={`${login} ${last}`}>
                {t('people.failingLine', {
                  name: login === null ? t('people.failingNobody') : `${printedName} (${login})`,
                  failures,
                  addresses,
                  when: instant(last),
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function PeopleTable({ people }: { readonly people: readonly AdministeredPerson[] }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const found = inOrder(people, text)
  return (
    <>
      <search>
        <input
          className="control medium"
          type="search"
          aria-label={t('people.find')}
          placeholder={t('people.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </search>
      <div className="card">
        {found.length === 0 ? (
          <Empty title={t('people.none')} />
        ) : (
          <table className="rows cards">
            <thead>
              <tr>
                <th scope="col">{t('people.name')}</th>
                <th scope="col">{t('people.roles')}</th>
                <th scope="col">{t('people.state')}</th>
                <th scope="col">{t('people.lastSignIn')}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((person) => (
                <Row key={person.accountId} person={person} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  )
}

function Row({ person }: { readonly person: AdministeredPerson }) {
  const { t, instant } = useWords()
  const { study } = usePlace()
  const held = heldBy(person)
  const { tone, key } = stateOf(person)
  return (
    <tr>
      <th scope="row">
        <Link to={`/studies/${study}/people/${person.accountId}`}>{person.printedName}</Link>
        <div className="quiet small">{person.login}</div>
      </th>
      <td data-label={t('people.roles')}>
        <div>
          {held.length === 0 && <span className="quiet">{t('people.noRole')}</span>}
          {held.map((grant) => (
            <div key={grant.grantId}>
              <GrantWords {...grant} /> {grant.reviewDue && <Chip tone="warn">{t('people.reviewDue')}</Chip>}
            </div>
          ))}
        </div>
      </td>
      <td data-label={t('people.state')}>
        <Chip tone={tone}>{t(key)}</Chip>
      </td>
      <td data-label={t('people.lastSignIn')} className="nowrap">
        {person.lastSignIn === null ? t('people.never') : instant(person.lastSignIn)}
      </td>
    </tr>
  )
}
