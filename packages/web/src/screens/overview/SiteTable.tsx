import type { Overview } from '../../api/studyTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

export function SiteTable({ view }: { readonly view: Overview }) {
  const { t, say } = useWords()
  const columns = ['registered', 'consented', 'screenFailed', 'randomised', 'target'] as const
  const heads = {
    registered: t('overview.registered'),
    consented: t('overview.consented'),
    screenFailed: t('overview.failed'),
    randomised: t('overview.randomised'),
    target: t('overview.targetHead'),
  }
  return (
    <div className="card">
      <table className="rows cards">
        <thead>
          <tr>
            <th scope="col">{t('overview.site')}</th>
            <th scope="col">{t('overview.inclusion')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.sites.map((site) => (
            <tr key={site.site}>
              <th scope="row">{say(site.title)}</th>
              <td data-label={t('overview.inclusion')}>
                <Chip tone={site.including ? 'good' : 'warn'}>
                  {t(site.including ? 'sites.including' : 'sites.notIncluding')}
                </Chip>
                {site.missingApprovals.length > 0 && (
                  <div className="quiet small">{t('sites.missing', { count: site.missingApprovals.length })}</div>
                )}
              </td>
              {columns.map((column) => (
                <td key={column} className="number" data-label={heads[column]}>
                  {site[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
