import { useClock } from '../../api/useToday.ts'
import { useWords } from '../../language/useWords.tsx'
import type { InfusionProps } from './ChecksCard.tsx'
import { InfusionForm } from './InfusionForm.tsx'

/** The bag that has come, and its start by the label on it, which is therefore not shown before. */
export function BagCard({ participant, encounter, infusion }: InfusionProps) {
  const { t, number } = useWords()
  const clock = useClock(participant.site.timeZone)
  if (infusion === undefined) return null
  return (
    <section className="card">
      <header>
        <h2>{t('infusion.bag')}</h2>
        {infusion.started !== undefined && <code className="bag-label">{infusion.label}</code>}
      </header>
      <div className="body stack">
        <dl className="facts">
          <dt>{t('infusion.weight')}</dt>
          <dd>{number(infusion.weight)} kg</dd>
        </dl>
        {infusion.status === 'requested' && <p className="quiet">{t('infusion.waiting')}</p>}
        {infusion.started !== undefined && <p className="data">{t('infusion.started', { time: infusion.started })}</p>}
        {infusion.started === undefined && (
          <InfusionForm
            participant={participant}
            encounter={encounter}
            command="startInfusion"
            submit={t('infusion.start')}
            fields={[
              { name: 'label', label: t('infusion.label'), kind: 'text', help: t('infusion.labelHelp') },
              { name: 'time', label: t('time'), kind: 'time', initial: clock },
            ]}
          />
        )}
      </div>
    </section>
  )
}
