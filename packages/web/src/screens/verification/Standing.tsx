import type { ItemVerification } from '../../api/verificationTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

/** That a value is verified, or was and has changed since: by whom, and when. */
export function Standing({ view }: { readonly view: ItemVerification }) {
  const { t, instant } = useWords()
  if (view.standing === 'unverified') return null
  const by = t('lock.since', { name: view.by ?? '', when: instant(view.at ?? '') })
  return (
    <span title={by}>
      {view.standing === 'verified' ? (
        <Chip tone="good">{t('verify.verified')}</Chip>
      ) : (
        <Chip tone="warn" icon="alert">
          {t('verify.changed')}
        </Chip>
      )}
      <span className="hidden-visually"> {by}</span>
    </span>
  )
}
