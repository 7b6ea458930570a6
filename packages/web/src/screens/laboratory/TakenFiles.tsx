import type { FilesPage } from '../../api/laboratoryTypes.ts'
import { Empty } from '../../elements/Empty.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Files taken before, newest first. */
export function TakenFiles({ files }: Pick<FilesPage, 'files'>) {
  const { t, instant } = useWords()
  return (
    <section className="card">
      <header>
        <h2>{t('files.before')}</h2>
      </header>
      {files.length === 0 ? (
        <Empty title={t('files.noneBefore')} />
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('files.file')}</th>
              <th scope="col">{t('files.laboratory')}</th>
              <th scope="col">{t('files.takenBy')}</th>
              <th scope="col">{t('files.recorded')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.hash}>
                <td className="break" data-label={t('files.file')}>
                  {file.name} <span className="quiet small data">{file.hash.slice(0, 12)}</span>
                </td>
                <td className="break" data-label={t('files.laboratory')}>
                  {file.laboratory}
                </td>
                <td data-label={t('files.takenBy')}>
                  {file.by}, {instant(file.at)}
                </td>
                <td data-label={t('files.recorded')}>
                  <div>
                    {t('files.takenCounts', { fresh: file.counts.new, changed: file.counts.changed })}
                    {file.reason !== undefined && <span className="quiet small block">{file.reason}</span>}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
