import { studyPath } from '../../api/queries.ts'
import type { Preparation } from '../../api/studyTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandForm } from '../../command/CommandForm.tsx'
import { useWords } from '../../language/useWords.tsx'

export function HandOverCard({ view }: { readonly view: Preparation }) {
  const { t, say, instant } = useWords()
  const { study } = usePlace()
  const { prepared, handedOver } = view
  return (
    <section className="card not-label">
      <header>
        <h2>{t('pharmacy.handOver')}</h2>
      </header>
      <div className="body stack">
        {prepared !== undefined && (
          <p className="small">
            {t('pharmacy.preparedBy', {
              name: prepared.by,
              when: instant(prepared.at),
              second: prepared.secondPerson,
              batch: prepared.batch,
            })}
          </p>
        )}
        {handedOver !== undefined ? (
          <p>{t('pharmacy.handedOver', { when: instant(handedOver.at) })}</p>
        ) : view.toHandOver.length > 0 ? (
          <ul className="in-the-way small">
            {view.toHandOver.map((refusal) => (
              <li key={refusal.code}>
                {say(refusal.reason)} <span className="quiet">{say(refusal.remedy)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <CommandForm
            path={`${studyPath(study)}/pharmacy/${view.code}/hand-over`}
            fixed={{ encounter: view.encounter }}
            submit={t('pharmacy.handOver')}
            fields={[]}
          >
            <p className="quiet">{t('pharmacy.handOverHelp')}</p>
          </CommandForm>
        )}
      </div>
    </section>
  )
}
