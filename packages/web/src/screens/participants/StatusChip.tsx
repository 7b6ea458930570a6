import type { EncounterStatus, ParticipantStatus, Verdict } from '../../api/participantTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'
import { encounterLook, statusLook, verdictLook } from './words.ts'

export function StatusChip({ status }: { readonly status: ParticipantStatus }) {
  const { t } = useWords()
  return <Chip {...statusLook[status]}>{t(`status.${status}`)}</Chip>
}

export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useWords()
  return <Chip {...verdictLook[verdict]}>{t(`verdict.${verdict}`)}</Chip>
}

export function EncounterChip({ state }: { readonly state: EncounterStatus }) {
  const { t } = useWords()
  return <Chip {...encounterLook[state]}>{t(`encounter.${state}`)}</Chip>
}
