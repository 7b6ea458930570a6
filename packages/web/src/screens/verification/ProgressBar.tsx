import type { Progress } from '../../api/verificationTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Verified of planned, in figures and as a bar; what fell off since is said beside it. */
export function ProgressBar({ planned, verified, changed }: Progress) {
  const { t } = useWords()
  return (
    <span className="verify-progress">
      <meter min={0} max={Math.max(planned, 1)} value={verified} aria-label={t('verify.progress')} />
      <span className="data nowrap">{t('verify.of', { verified, planned })}</span>
      {changed > 0 && (
        <Chip tone="warn" icon="alert">
          {t('verify.fellOff', { count: changed })}
        </Chip>
      )}
    </span>
  )
}
