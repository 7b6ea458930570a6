import { NavLink, Outlet, useOutletContext } from 'react-router'
import { studyPath, useMe, useRead } from '../../api/queries.ts'
import type { Stock } from '../../api/supplyTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'

/** The stock of the pharmacist's own site, with its pages. */
export function StockFrame() {
  const { t, say } = useWords()
  const { study } = usePlace()
  const compiled = useDefinition(study).data?.compiled
  const site = useOwnSite()
  const place = compiled?.sites.find(({ id }) => id === site)
  const base = `/studies/${study}/stock`
  useTitle(t('supply.title'))
  return (
    <>
      <div className="page-head">
        <h1>{t('supply.title')}</h1>
        {place !== undefined && <span className="quiet">{say(place.title)}</span>}
      </div>
      <Notice tone="warn" title={t('pharmacy.unblinded')} />
      {compiled !== undefined && compiled.supply === undefined ? (
        <p>{t('supply.none')}</p>
      ) : (
        <>
          <nav className="tabs" aria-label={t('supply.pages')}>
            <NavLink to={base} end>
              {t('supply.title')}
            </NavLink>
            <NavLink to={`${base}/accountability`}>{t('supply.ledger')}</NavLink>
          </nav>
          {site !== undefined && <StockOf site={site} />}
        </>
      )}
    </>
  )
}

function StockOf({ site }: { readonly site: string }) {
  const { study } = usePlace()
  return (
    <Asked query={useRead<Stock>(`${studyPath(study)}/stock/${site}`, { every: 30_000 })}>
      {(stock) => <Outlet context={stock} />}
    </Asked>
  )
}

/** A pharmacist of every site begins at the first one. */
function useOwnSite(): string | undefined {
  const { study } = usePlace()
  const grants = useMe().data?.grants.filter((one) => one.study === study && one.role === 'unblindedPharmacist')
  const sites = useDefinition(study).data?.compiled.sites
  return grants?.find((grant) => grant.site !== null)?.site ?? sites?.[0]?.id
}

/** The stock the frame has read. */
export const useStock = (): Stock => useOutletContext<Stock>()

/** Address of the stock's commands. */
export function useStockPath(): string {
  const { study } = usePlace()
  const { site } = useStock()
  return `${studyPath(study)}/stock/${site}`
}
