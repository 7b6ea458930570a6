import { Navigate, Outlet, useLocation, useParams } from 'react-router'
import { ProblemError } from '../../api/call.ts'
import { useMe } from '../../api/queries.ts'
import { Asked } from '../../elements/Asked.tsx'
import { useWords } from '../../language/useWords.tsx'
import { Banner } from './Banner.tsx'
import { Side } from './Side.tsx'

/** The frame around every page of a signed-in person. */
export function Shell() {
  const { t } = useWords()
  const me = useMe()
  const { pathname } = useLocation()
  const { study } = useParams()
  if (me.error instanceof ProblemError && me.error.problem.status === 401)
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname)}`} replace />
  return (
    <Asked query={me}>
      {(who) => (
        <div className="shell">
          <a className="hidden-visually skip" href="#content">
            {t('shell.skip')}
          </a>
          <Banner me={who} />
          <Side me={who} study={study ?? who.grants[0]?.study} />
          <main id="content" className="shell-main">
            <Outlet />
          </main>
        </div>
      )}
    </Asked>
  )
}
