import type { Refusal } from '@trialwright/protocol'
import { studyPath } from '../../api/queries.ts'
import type { Preparation } from '../../api/studyTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandForm } from '../../command/CommandForm.tsx'
import { useWords } from '../../language/useWords.tsx'
import { DiscardButtons } from './DiscardButtons.tsx'

/** What follows the preparation: the second pair of eyes, and the hand-over to a person of the site. */
export function HandOverCard({ view }: { readonly view: Preparation }) {
  const { t, instant } = useWords()
  const { study } = usePlace()
  const { prepared, handedOver } = view
  const path = `${studyPath(study)}/pharmacy/${view.code}`
  const fixed = { encounter: view.encounter }
  const stocked = view.picks !== undefined
  const unchecked = prepared !== undefined && prepared.secondPerson === undefined
  return (
    <section className="card not-label">
      <header>
        <h2>{t(unchecked ? 'pharmacy.check' : 'pharmacy.handOver')}</h2>
      </header>
      <div className="body stack">
        {prepared !== undefined && <PreparedBy prepared={prepared} />}
        {prepared !== undefined && stocked && (
          <p className="small">
            {view.picks?.length === 0
              ? t('pharmacy.picksNone')
              : t('pharmacy.taken', {
                  lots: (view.picks ?? []).map(({ vials, batch }) => `${vials} × ${batch}`).join(', '),
                })}
          </p>
        )}
        {handedOver !== undefined ? (
          <p>
            {t('pharmacy.handedOver', { when: instant(handedOver.at) })}
            {handedOver.to !== undefined && `, ${t('pharmacy.handedTo', { name: handedOver.to })}`}
          </p>
        ) : unchecked ? (
          view.toCheckPreparation.length > 0 ? (
            <InTheWay refusals={view.toCheckPreparation} />
          ) : (
            <CommandForm path={`${path}/check-preparation`} fixed={fixed} submit={t('pharmacy.checked')} fields={[]}>
              <p className="quiet">{t('pharmacy.checkHelp')}</p>
            </CommandForm>
          )
        ) : view.toHandOver.length > 0 ? (
          <InTheWay refusals={view.toHandOver} />
        ) : (
          <CommandForm
            path={`${path}/hand-over`}
            fixed={fixed}
            submit={t('pharmacy.handOver')}
            fields={stocked ? [{ name: 'to', label: t('pharmacy.handOverTo'), kind: 'text' }] : []}
          >
            <p className="quiet">{t('pharmacy.handOverHelp')}</p>
          </CommandForm>
        )}
        <DiscardButtons view={view} />
      </div>
    </section>
  )
}

function PreparedBy({ prepared }: { readonly prepared: NonNullable<Preparation['prepared']> }) {
  const { t, instant } = useWords()
  const { by, at, batch, secondPerson } = prepared
  const said = { name: by, when: instant(at), batch }
  return (
    <p className="small">
      {secondPerson === undefined
        ? t('pharmacy.preparedByOne', said)
        : t('pharmacy.preparedBy', { ...said, second: secondPerson })}
    </p>
  )
}

function InTheWay({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const { say } = useWords()
  return (
    <ul className="in-the-way small">
      {refusals.map((refusal) => (
        <li key={refusal.code}>
          {say(refusal.reason)} <span className="quiet">{say(refusal.remedy)}</span>
        </li>
      ))}
    </ul>
  )
}
