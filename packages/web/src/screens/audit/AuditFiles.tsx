import { studyPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { FileButton } from '../../elements/FileButton.tsx'
import { useWords } from '../../language/useWords.tsx'
import type { AuditFilter } from './auditPlace.ts'

const tables = ['monitor', 'dataManager', 'inspector']
const records = ['dataManager', 'inspector']

/** What is shown as a table, and the whole log as records, for whoever may take them. */
export function AuditFiles({ study, filter }: { readonly study: string; readonly filter: AuditFilter }) {
  const { t } = useWords()
  const roles = useRoles()
  const base = `${studyPath(study)}/audit`
  return (
    <div className="buttons">
      {tables.some((role) => roles.has(role)) && (
        <FileButton path={`${base}/table`} wanted={filter} spoken>
          {t('audit.table')}
        </FileButton>
      )}
      {records.some((role) => roles.has(role)) && (
        <FileButton path={`${base}/records`}>{t('audit.records')}</FileButton>
      )}
    </div>
  )
}
