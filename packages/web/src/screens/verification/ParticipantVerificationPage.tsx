import { Link } from 'react-router'
import { participantPath, useRead } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import type { ParticipantVerification } from '../../api/verificationTypes.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ProgressBar } from './ProgressBar.tsx'

/** Which visits and forms of a participant wait to be compared with their source. */
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
            <table className="rows cards by-visit">
              <thead>
                <tr>
                  <th scope="col">{t('verify.form')}</th>
                  <th scope="col">{t('verify.progress')}</th>
                </tr>
              </thead>
              {visitsOf(page).map(({ encounter, title, forms, ...progress }) => (
                <tbody key={encounter}>
                  <tr className="visit">
                    <th scope="rowgroup">
                      {say(title)}{' '}
                      <Link
                        className="button compact"
                        to={`/studies/${study}/participants/${code}/verification/${encounter}`}
                      >
                        {t('verify.compareVisit')}
                        <span className="hidden-visually">: {say(title)}</span>
                      </Link>
                    </th>
                    <td data-label={t('verify.progress')}>
                      <ProgressBar {...progress} />
                    </td>
                  </tr>
                  {forms.map((form) => (
                    <tr key={form.form}>
                      <th scope="row">
                        <Link to={`/studies/${study}/participants/${code}/encounters/${encounter}/forms/${form.form}`}>
                          {say(form.title)}
                        </Link>
                      </th>
                      <td data-label={t('verify.progress')}>
                        <ProgressBar {...form} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              ))}
            </table>
          )}
        </section>
      )}
    </Asked>
  )
}

/** The forms of each visit, in the order of the schedule, with what is planned and verified of it. */
const visitsOf = ({ forms }: ParticipantVerification) =>
  [...Map.groupBy(forms, ({ encounter }) => encounter)].map(([encounter, own]) => {
    const sum = (of: 'planned' | 'verified' | 'changed') => own.reduce((all, form) => all + form[of], 0)
    const progress = { planned: sum('planned'), verified: sum('verified'), changed: sum('changed') }
    return { encounter, title: own[0]!.encounterTitle, forms: own, ...progress }
  })
