import { Link, useNavigate, useParams } from 'react-router'
import type { MonitoringReport } from '../../api/monitoringTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { useToday } from '../../api/useToday.ts'
import { CommandForm } from '../../command/CommandForm.tsx'
import type { CommandField } from '../../command/fields.ts'
import { Asked } from '../../elements/Asked.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { FindingFields, useFindings } from './FindingFields.tsx'

/** A monitoring visit is recorded, or corrected. */
export function VisitFormPage() {
  const { t } = useWords()
  const { study } = usePlace()
  const { visit } = useParams()
  useTitle(t('visit.record'))
  const report = useRead<MonitoringReport>(`${studyPath(study)}/monitoring/${encodeURIComponent(visit ?? '')}`, {
    enabled: visit !== undefined,
  })
  return (
    <>
      <ol className="crumbs">
        <li>
          <Link to={`/studies/${study}/monitoring`}>{t('visit.title')}</Link>
        </li>
        <li aria-current="page">{visit ?? t('visit.new')}</li>
      </ol>
      <h1>{t(visit === undefined ? 'visit.record' : 'visit.correct')}</h1>
      {visit === undefined ? <Form /> : <Asked query={report}>{(before) => <Form before={before} />}</Asked>}
    </>
  )
}

const kinds = ['routine', 'remote', 'initiation', 'closeOut'] as const

function Form({ before }: { readonly before?: MonitoringReport }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const navigate = useNavigate()
  const today = useToday()
  const sites = useDefinition(study).data?.compiled.sites ?? []
  const findings = useFindings(before?.findings ?? [])
  const fields: readonly CommandField[] = [
    {
      name: 'site',
      label: t('site'),
      kind: 'choice',
      initial: before?.site,
      choices: sites.map(({ id, title }) => ({ value: id, label: say(title) })),
    },
    { name: 'day', label: t('day'), kind: 'day', initial: before?.day ?? today },
    {
      name: 'kind',
      label: t('visit.kind'),
      kind: 'choice',
      initial: before?.kind ?? 'routine',
      choices: kinds.map((kind) => ({ value: kind, label: t(`visit.kind.${kind}`) })),
    },
    { name: 'people', label: t('visit.people'), kind: 'text', initial: before?.people },
    {
      name: 'reviewed',
      label: t('visit.reviewed'),
      kind: 'long',
      initial: before?.reviewed,
      help: t('visit.reviewedHelp'),
    },
    {
      name: 'auditReview',
      label: t('visit.auditReview'),
      kind: 'long',
      optional: true,
      initial: before?.auditReview,
      help: t('visit.auditReviewHelp'),
    },
  ]
  return (
    <div className="card">
      <div className="body stack">
        <CommandForm
          path={`${studyPath(study)}/monitoring`}
          submit={t('save')}
          fields={fields}
          more={<FindingFields findings={findings} />}
          shape={(body) => ({
            ...body,
            ...(before === undefined ? {} : { visit: before.visit }),
            findings: findings.read,
          })}
          done={() => void navigate(`/studies/${study}/monitoring${before === undefined ? '' : `/${before.visit}`}`)}
          cancel={() => void navigate(`/studies/${study}/monitoring`)}
        />
      </div>
    </div>
  )
}
