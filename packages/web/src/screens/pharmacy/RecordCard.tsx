import { studyPath } from '../../api/queries.ts'
import type { Preparation } from '../../api/studyTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandForm } from '../../command/CommandForm.tsx'
import { useWords } from '../../language/useWords.tsx'
import { PickTable } from './PickTable.tsx'

export function RecordCard({ view }: { readonly view: Preparation }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const stocked = view.picks !== undefined
  const picks = view.picks?.map(({ lot, vials }) => ({ lot, vials }))
  return (
    <section className="card">
      <header>
        <h2>{t('pharmacy.record')}</h2>
      </header>
      <div className="body">
        {view.toRecordPreparation.length > 0 ? (
          <ul className="in-the-way">
            {view.toRecordPreparation.map((refusal) => (
              <li key={`${refusal.code} ${refusal.reason.en}`}>
                <strong>{say(refusal.reason)}</strong> {say(refusal.remedy)}
              </li>
            ))}
          </ul>
        ) : (
          <CommandForm
            path={`${studyPath(study)}/pharmacy/${view.code}/record-preparation`}
            fixed={{ encounter: view.encounter }}
            submit={t('pharmacy.record')}
            shape={(body) => (picks !== undefined && body['vialsOpened'] === view.vials ? { ...body, picks } : body)}
            fields={[
              { name: 'batch', label: t(stocked ? 'pharmacy.carrierBatch' : 'pharmacy.batch'), kind: 'text' },
              { name: 'vialsOpened', label: t('pharmacy.vialsOpened'), kind: 'whole', initial: String(view.vials) },
              ...(stocked ? [] : [{ name: 'secondPerson', label: t('pharmacy.secondPerson'), kind: 'text' } as const]),
              { name: 'reason', label: t('reason'), kind: 'text', optional: true, help: t('pharmacy.moreVials') },
            ]}
          >
            {view.picks !== undefined && <PickTable picks={view.picks} />}
          </CommandForm>
        )}
      </div>
    </section>
  )
}
