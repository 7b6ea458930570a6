import { Link } from 'react-router'
import type { Participant } from '../../api/participantTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

/** What is kept from consent to the end, one list beside another. */
export function LogCard({ participant }: { readonly participant: Participant }) {
  const { t, say } = useWords()
  if (participant.logs.length === 0) return null
  return (
    <section className="card">
      <header>
        <h2>{t('timeline.logs')}</h2>
        <span className="quiet small">{t('timeline.logsHelp')}</span>
      </header>
      {participant.logs.map((log) => (
        <ul key={log.id} className="form-list columns">
          {log.forms.map(({ form, title, version }) => {
            const missing = log.formsMissing.some((one) => one.form === form)
            return (
              <li key={form}>
                <Link to={`encounters/${log.id}/forms/${form}`}>{say(title)}</Link>
                {missing && version > 0 ? (
                  <Chip tone="warn" icon="half">
                    {t('form.state.open')}
                  </Chip>
                ) : missing ? (
                  <Chip tone="neutral">{t('form.state.notStarted')}</Chip>
                ) : version === 0 ? (
                  <span className="quiet small">{t('timeline.logEmpty')}</span>
                ) : null}
              </li>
            )
          })}
        </ul>
      ))}
    </section>
  )
}
