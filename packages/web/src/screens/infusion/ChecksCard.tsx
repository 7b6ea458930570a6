import type { Infusion, Participant } from '../../api/participantTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { RuleCard } from './RuleCard.tsx'

export interface InfusionProps {
  readonly participant: Participant
  readonly encounter: string
  readonly infusion: Infusion | undefined
}

export function ChecksCard({ participant }: Pick<InfusionProps, 'participant'>) {
  const { t } = useWords()
  return (
    <div className="stack">
      <p className="quiet small">{t('infusion.checksHelp')}</p>
      <RuleCard title={t('infusion.checks')} rules={participant.treatment.holds} />
      <RuleCard
        title={t('treatment.stops')}
        rules={participant.treatment.stops.filter((rule) => rule.answer === 'yes')}
      />
    </div>
  )
}
