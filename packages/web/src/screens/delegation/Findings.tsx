import type { FindingLine, SiteDelegation } from '../../api/delegationTypes.ts'
import { studyPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Who acted without delegation or training: explained or not, it stays. */
export function Findings({ site }: { readonly site: SiteDelegation }) {
  const { t } = useWords()
  const open = site.findings.filter(({ explained }) => explained === undefined).length
  return (
    <section className="card">
      <header>
        <h3>{t('delegation.findings')}</h3>
        {open > 0 && <Chip tone="warn">{t('delegation.toExplain', { count: open })}</Chip>}
      </header>
      {site.findings.length === 0 ? (
        <p className="body quiet">{t('delegation.noFindings')}</p>
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('delegation.person')}</th>
              <th scope="col">{t('delegation.lacked')}</th>
              <th scope="col">{t('delegation.explanation')}</th>
            </tr>
          </thead>
          <tbody>
            {site.findings.map((line) => (
              <Row key={line.finding} line={line} site={site} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ line, site }: { readonly line: FindingLine; readonly site: SiteDelegation }) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  const roles = useRoles()
  const mayExplain = roles.has('monitor') || roles.has('investigator')
  const { explained } = line
  return (
    <tr>
      <td data-label={t('day')} className="nowrap">
        {day(line.day)}
      </td>
      <th scope="row">{line.name}</th>
      <td data-label={t('delegation.lacked')}>
        {t(line.kind === 'delegation' ? 'delegation.lacksDuty' : 'delegation.training')}: {say(line.lack)}
        {line.emergency && <div className="quiet small">{t('delegation.emergency')}</div>}
      </td>
      <td data-label={t('delegation.explanation')} className="free">
        {explained !== undefined && (
          <>
            {explained.note} <span className="quiet small">{explained.by}</span>
          </>
        )}
        {explained === undefined && mayExplain && (
          <CommandButton
            title={t('delegation.explain')}
            submit={t('delegation.explain')}
            look="compact"
            path={`${studyPath(study)}/delegation/explain-finding`}
            fixed={{ site: site.site, finding: line.finding }}
            fields={[{ name: 'note', label: t('delegation.explanation'), kind: 'long' }]}
            about={`${line.name}, ${say(line.lack)}`}
          >
            <p>{t('delegation.explainHelp')}</p>
          </CommandButton>
        )}
      </td>
    </tr>
  )
}
