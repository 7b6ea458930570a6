import { useQueryClient } from '@tanstack/react-query'
import { Link, NavLink, useNavigate } from 'react-router'
import { call } from '../../api/call.ts'
import { useDefinition } from '../../api/useStudy.ts'
import type { Grant, Me } from '../../api/types.ts'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { productName } from '../trial/TrialHead.tsx'
import { forgetDrafts } from '../forms/draftStore.ts'
import { WaitingQueries } from '../queries/WaitingQueries.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { groupsOf, pagesOf } from './pages.ts'
import { useCurrentInView } from './useCurrentInView.ts'
import { QuickFind } from './QuickFind.tsx'

export function Side({ me, study }: { readonly me: Me; readonly study: string | undefined }) {
  const { t } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const nav = useCurrentInView()
  const grants = me.grants.filter((grant) => grant.study === study)
  const signOut = async () => {
    await call('POST', '/api/sign-out')
    forgetDrafts()
    client.clear()
    await navigate('/sign-in')
  }
  return (
    <header className="shell-side">
      <Link to="/" className="mark">
        <img src="/mark.svg" alt="" width="22" height="22" />
        <span translate="no">{productName}</span>
      </Link>
      {study !== undefined && (
        <nav aria-label={t('shell.navigation')} ref={nav}>
          {pagesOf(grants).includes('participants') && <QuickFind study={study} />}
          <StudyTitle study={study} />
          {groupsOf(grants).map(({ group, pages }) => (
            <ul key={group} aria-label={t(`shell.group.${group}`)}>
              {pages.map((page) => (
                <li key={page}>
                  <NavLink to={`/studies/${study}/${page}`}>
                    {t(`shell.${page}` as MessageKey)}
                    {page === 'queries' && <WaitingQueries study={study} grants={grants} />}
                  </NavLink>
                </li>
              ))}
            </ul>
          ))}
          <ul>
            <li>
              <NavLink to={`/trials/${study}`}>{t('shell.public')}</NavLink>
            </li>
          </ul>
        </nav>
      )}
      <div className="who">
        <div>
          <strong>{me.printedName}</strong>
          {grants.map((grant) => (
            <GrantLine key={`${grant.role} ${grant.site}`} grant={grant} />
          ))}
        </div>
        <Link to="/studies/account">{t('shell.account')}</Link>
        <div className="row">
          <LanguageSwitch />
          <button type="button" className="button plain compact" onClick={() => void signOut()}>
            {t('shell.signOut')}
          </button>
        </div>
      </div>
    </header>
  )
}

function StudyTitle({ study }: { readonly study: string }) {
  const { say } = useWords()
  const definition = useDefinition(study).data
  return <h2>{definition === undefined ? study : say(definition.compiled.title)}</h2>
}

function GrantLine({ grant }: { readonly grant: Grant }) {
  const { t, say } = useWords()
  const site = useDefinition(grant.study).data?.compiled.sites.find((one) => one.id === grant.site)
  return (
    <div className="quiet">
      {t(`role.${grant.role}` as MessageKey)}, {t(grant.blinded ? 'shell.blinded' : 'shell.unblinded')}
      <div className="place">
        {grant.site === null ? t('shell.allSites') : site === undefined ? grant.site : say(site.title)}
      </div>
    </div>
  )
}
