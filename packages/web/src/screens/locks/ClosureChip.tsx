import type { Closure } from '../../api/lockTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

export function ClosureChip({ kind }: Pick<Closure, 'kind'>) {
  const { t } = useWords()
  return (
    <Chip tone="info" icon={kind === 'frozen' ? 'pause' : 'lock'}>
      {t(kind === 'frozen' ? 'lock.frozen' : 'lock.locked')}
    </Chip>
  )
}

/** What, by whom, since when and why, in a line. */
export function ClosureLine({ closure }: { readonly closure: Pick<Closure, 'kind' | 'at' | 'by' | 'reason'> }) {
  const { t, instant } = useWords()
  return (
    <span className="quiet small">
      {t('lock.since', { name: closure.by, when: instant(closure.at) })}
      {closure.reason !== '' && `: ${closure.reason}`}
    </span>
  )
}
