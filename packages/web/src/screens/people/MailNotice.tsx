import type { MailState } from '../../api/peopleTypes.ts'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Messages the installation could not send, and why; nothing where all went out. */
export function MailNotice({ isSet, waiting }: MailState) {
  const { t, instant } = useWords()
  if (!isSet)
    return (
      <Notice tone="warn" title={t('people.mailUnset')}>
        <p>{t('people.mailUnsetHelp', { count: waiting.length })}</p>
      </Notice>
    )
  const failed = waiting.filter(({ failure }) => failure !== undefined)
  if (failed.length === 0) return null
  return (
    <Notice tone="bad" title={t('people.mailFailed', { count: failed.length })}>
      <ul>
        {failed.map(({ to, created, attempts, next, failure }) => (
          <li key={`${to} ${created}`} className="break">
            {t('people.mailLine', {
              to: t(`people.mailTo.${to}`),
              when: instant(created),
              attempts,
              failure: failure!,
            })}
            {next !== undefined && <> {t('people.mailNext', { when: instant(next) })}</>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
