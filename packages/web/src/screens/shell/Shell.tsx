import { useEffect } from 'react'
import { Navigate, Outlet, useLocation, useParams } from 'react-router'
import { ProblemError } from '../../api/call.ts'
import { useMe } from '../../api/queries.ts'
import { Asked } from '../../elements/Asked.tsx'
import { useWords } from '../../language/useWords.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { forgetDrafts } from '../forms/draftStore.ts'
import { Banner } from './Banner.tsx'
import { Side } from './Side.tsx'
import { useArrival } from './useArrival.ts'

/** The frame around every page of a signed-in person. */
export function Shell() {
  const { t } = useWords()
  const me = useMe()
  const { pathname } = useLocation()
  const { study } = useParams()
  const main = useArrival()
  const name = me.data?.name
  // Of whoever sat here before, nothing typed is left.
  useEffect(() => {
    if (name !== undefined) forgetDrafts(name)
  }, [name])
  const signedOut = me.error instanceof ProblemError && me.error.problem.status === 401
  // A session that ran out while somebody worked must not take their entries with it.
  if (signedOut && me.data === undefined) return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname)}`} replace />
  return (
    <Asked query={me}>
      {(who) => (
        <div className="shell">
          <a className="hidden-visually skip" href="#content">
            {t('shell.skip')}
          </a>
          <Banner me={who} />
          <Side me={who} study={study ?? who.grants[0]?.study} />
          <main id="content" className="shell-main" ref={main} tabIndex={-1}>
            {signedOut && (
              <Notice tone="warn" live title={t('shell.sessionEnded')}>
                <p>
                  <a href="/sign-in" target="_blank" rel="noreferrer">
                    {t('shell.sessionAgain')}
                  </a>
                </p>
              </Notice>
            )}
            <Outlet />
          </main>
        </div>
      )}
    </Asked>
  )
}
