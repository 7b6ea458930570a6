import { Link } from 'react-router'
import { participantPath, useRead } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import type { ParticipantVerification } from '../../api/verificationTypes.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ProgressBar } from './ProgressBar.tsx'

/** Which forms of a participant wait to be compared with their source. */
export function ParticipantVerificationPage() {
  const { t, say } = useWords()
  const { study, code } = usePlace()
  const view = useRead<ParticipantVerification>(`${participantPath(study, code)}/verification`)
  return (
    <Asked query={view}>
      {(page) => (
        <section className="card">
          <header>
            <h2>{t('verify.title')}</h2>
            <Chip tone={page.sampled ? 'info' : 'neutral'}>
              {t(page.sampled ? 'verify.whole' : 'verify.criticalOnly')}
            </Chip>
          </header>
          {page.forms.length === 0 ? (
            <Empty title={t('verify.nothing')} />
          ) : (
            <table className="rows cards">
              <thead>
                <tr>
                  <th scope="col">{t('verify.form')}</th>
                  <th scope="col">{t('timeline.encounter')}</th>
                  <th scope="col">{t('verify.progress')}</th>
                </tr>
              </thead>
              <tbody>
                {page.forms.map((form) => (
                  <tr key={`${form.encounter} ${form.form}`}>
                    <th scope="row">
                      <Link
                        to={`/studies/${study}/participants/${code}/encounters/${form.encounter}/forms/${form.form}`}
                      >
                        {say(form.title)}
                      </Link>
                    </th>
                    <td data-label={t('timeline.encounter')}>{say(form.encounterTitle)}</td>
                    <td data-label={t('verify.progress')}>
                      <ProgressBar {...form} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
    </Asked>
  )
}
