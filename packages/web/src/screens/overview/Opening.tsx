import { Link } from 'react-router'
import { studyPath, useMe } from '../../api/queries.ts'
import type { Overview } from '../../api/studyTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Says that inclusion has not begun; the administrator opens the study, and its sites once their approvals are recorded. */
export function Opening({ view }: { readonly view: Overview }) {
  const { t } = useWords()
  const { study } = usePlace()
  const mayOpen = useMe().data?.grants.some((one) => one.study === study && one.role === 'administrator') === true
  const closed = view.sites.filter((site) => site.opened === undefined)
  if (view.opened !== undefined && (closed.length === 0 || !mayOpen)) return null
  return (
    <Notice tone="info" title={view.opened === undefined ? t('overview.notOpened') : undefined}>
      {mayOpen && (
        <div className="buttons">
          {view.opened === undefined && (
            <CommandButton
              title={t('overview.open')}
              submit={t('overview.open')}
              path={`${studyPath(study)}/open`}
              fields={[]}
            >
              <p>{t('overview.openHelp')}</p>
            </CommandButton>
          )}
          {view.opened !== undefined && closed.length > 0 && (
            <Link className="button" to={`/studies/${study}/sites`}>
              {t('overview.toSites')}
            </Link>
          )}
        </div>
      )}
    </Notice>
  )
}
