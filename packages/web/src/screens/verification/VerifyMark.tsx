import { useRef } from 'react'
import { keyOfStudy, participantPath } from '../../api/queries.ts'
import { useCommand } from '../../api/useCommand.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import type { ItemVerification } from '../../api/verificationTypes.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'
import { Standing } from './Standing.tsx'

/**
 * Whether the value was compared with its source. The monitor marks it with one key press, and the next value that waits is
 * at hand for the next.
 */
export function VerifyMark(props: { readonly item: string; readonly label: string; readonly view: ItemVerification }) {
  const { t } = useWords()
  const { item, label, view } = props
  const roles = useRoles()
  const isMonitor = roles.has('monitor')
  // To those who treat, the word would speak of the participant.
  const reviews = isMonitor || roles.has('dataManager') || roles.has('inspector')
  return (
    <span className="verify">
      <Standing view={view} />
      {view.critical && reviews && <span className="quiet small">{t('verify.critical')}</span>}
      {isMonitor &&
        (view.standing === 'verified' ? (
          <TakeBack item={item} label={label} />
        ) : (
          <VerifyButton item={item} label={label} version={view.version} />
        ))}
    </span>
  )
}

function VerifyButton({
  item,
  label,
  version,
}: {
  readonly item: string
  readonly label: string
  readonly version: number
}) {
  const { t, say } = useWords()
  const { study, code, encounter, form } = usePlace()
  const button = useRef<HTMLButtonElement>(null)
  const command = useCommand<object>(`${participantPath(study, code)}/verify-values`, keyOfStudy(study))
  const press = async () => {
    const waiting = [...document.querySelectorAll<HTMLButtonElement>('button.verify-value')]
    const next = waiting[waiting.indexOf(button.current as HTMLButtonElement) + 1]
    const answer = await command.send({ encounter, form, values: [{ item, version }] })
    if (answer.ok) next?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button compact verify-value"
        aria-disabled={command.sending}
        onClick={() => void press()}
      >
        {t('verify.verify')}
        <span className="hidden-visually">: {label}</span>
      </button>
      {command.problem !== undefined && (
        <span role="alert" className="problem small">
          {command.problem.refusals.map((refusal) => `${say(refusal.reason)} ${say(refusal.remedy)}`).join(' ') ||
            t('problem.unknownTitle')}
        </span>
      )}
    </>
  )
}

function TakeBack({ item, label }: { readonly item: string; readonly label: string }) {
  const { t } = useWords()
  const { study, code, encounter, form } = usePlace()
  return (
    <CommandButton
      title={t('verify.takeBack')}
      submit={t('verify.takeBack')}
      about={label}
      look="plain compact"
      withinForm
      path={`${participantPath(study, code)}/unverify-values`}
      fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
      fixed={{ encounter, form, items: [item] }}
    />
  )
}
