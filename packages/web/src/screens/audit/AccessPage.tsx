import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { AccessPage as Page, ReadingsPage } from '../../api/auditTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import type { Study } from '@trialwright/protocol'
import { useRoles } from '../../api/useRoles.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { AccessTable } from './AccessTable.tsx'
import { ReadingsTable } from './ReadingsTable.tsx'

const lists = ['people', 'data'] as const
/** The last one, who read unblinded data, is for the one role that may know. */
type List = (typeof lists)[number] | 'unblinded'

/** Who came in, and who took or opened what. */
export function AccessPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('access.title'))
  const [address] = useSearchParams()
  // The database asks for the role anew; here it spares others a tab they may not open.
  const shown: readonly List[] = useRoles().has('randomisationOfficer') ? [...lists, 'unblinded'] : lists
  const of = shown.find((one) => one === address.get('of')) ?? 'people'
  const before = address.get('before')
  const definition = useDefinition(study)
  return (
    <>
      <div className="page-head">
        <h1>{t('access.title')}</h1>
      </div>
      <p className="quiet">{t('access.help')}</p>
      <nav className="tabs" aria-label={t('access.title')}>
        {shown.map((one) => (
          <Link
            key={one}
            to={`?of=${one}`}
            aria-current={one === of ? 'page' : undefined}
            className={one === of ? 'active' : ''}
          >
            {t(`access.${one}`)}
          </Link>
        ))}
      </nav>
      <Asked query={definition}>
        {(loaded) =>
          of === 'unblinded' ? (
            <Readings definition={loaded} before={before} />
          ) : (
            <Accesses definition={loaded} of={of} before={before} />
          )
        }
      </Asked>
    </>
  )
}

interface ListProps {
  readonly definition: Study
  /** Place in the list the page ends before. */
  readonly before: string | null
}

const ending = (before: string | null, sign: '?' | '&'): string =>
  before === null ? '' : `${sign}before=${encodeURIComponent(before)}`

function Readings({ definition, before }: ListProps) {
  const { study } = usePlace()
  const page = useRead<ReadingsPage>(`${studyPath(study)}/unblinded-readings${ending(before, '?')}`)
  return (
    <Asked query={page}>
      {({ rows, next }) => (
        <Listed none={rows.length === 0} of="unblinded" next={next}>
          <ReadingsTable rows={rows} definition={definition} />
        </Listed>
      )}
    </Asked>
  )
}

function Accesses({ definition, of, before }: ListProps & { readonly of: 'people' | 'data' }) {
  const { study } = usePlace()
  const page = useRead<Page>(`${studyPath(study)}/audit/access?of=${of}${ending(before, '&')}`)
  return (
    <Asked query={page}>
      {({ rows, next }) => (
        <Listed none={rows.length === 0} of={of} next={next}>
          <AccessTable rows={rows} definition={definition} of={of} />
        </Listed>
      )}
    </Asked>
  )
}

function Listed(props: {
  readonly none: boolean
  readonly of: List
  readonly next: number | undefined
  readonly children: ReactNode
}) {
  const { t } = useWords()
  return (
    <>
      <div className="card">{props.none ? <Empty title={t('access.none')} /> : props.children}</div>
      {props.next !== undefined && (
        <div className="buttons">
          <Link className="button" to={`?of=${props.of}&before=${props.next}`}>
            {t('audit.older')}
          </Link>
        </div>
      )}
    </>
  )
}
