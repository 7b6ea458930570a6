import type { FileRefusal } from '../../api/laboratoryTypes.ts'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Everything the file is refused for, by line and column. */
export function FileRefusals({ refusals }: { readonly refusals: readonly FileRefusal[] }) {
  const { t, say } = useWords()
  if (refusals.length === 0) return null
  return (
    <>
      <Notice tone="bad" live title={t('files.refused', { count: refusals.length })} />
      <div className="scroll tall" tabIndex={0} role="region" aria-label={t('files.refusals')}>
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('files.line')}
              </th>
              <th scope="col">{t('files.column')}</th>
              <th scope="col">{t('files.why')}</th>
            </tr>
          </thead>
          <tbody>
            {refusals.map(({ line, column, refusal }) => (
              <tr key={`${line} ${column} ${refusal.code} ${refusal.reason.en}`}>
                <td className="number" data-label={t('files.line')}>
                  {line ?? '–'}
                </td>
                <td className="data break" data-label={t('files.column')}>
                  {column ?? '–'}
                </td>
                <td data-label={t('files.why')}>
                  <div>
                    <strong>{say(refusal.reason)}</strong> {say(refusal.remedy)}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
