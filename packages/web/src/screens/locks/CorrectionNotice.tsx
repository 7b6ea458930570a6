import type { Closure, Correction } from '../../api/lockTypes.ts'
import { participantPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useSigning } from '../../command/useSigning.ts'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'

/** One correction of a locked form: asked for by the data manager, approved and signed by an investigator, made once. */
export function CorrectionNotice(props: {
  readonly corrections: readonly Correction[]
  readonly closed: readonly Closure[]
  /** The database is locked. */
  readonly isLocked: boolean
}) {
  const { t, instant } = useWords()
  const { study, code, encounter, form } = usePlace()
  const roles = useRoles()
  const signing = useSigning()
  const place = { encounter, form }
  const path = participantPath(study, code)
  const correction = props.corrections.find((one) => one.encounter === encounter && one.form === form)
  const locked =
    props.isLocked ||
    props.closed.some(({ kind, level, ...of }) => kind === 'locked' && level !== 'item' && (of.form ?? form) === form)
  const reason = { name: 'reason', label: t('reason'), kind: 'long' } as const
  if (correction === undefined) {
    if (!locked || !roles.has('dataManager')) return null
    return (
      <div className="buttons closure-buttons">
        <CommandButton
          title={t('correct.ask')}
          submit={t('correct.ask')}
          look="compact"
          withinForm
          path={`${path}/propose-correction`}
          fields={[reason]}
          fixed={place}
        >
          <p className="quiet">{t('correct.askHelp')}</p>
        </CommandButton>
      </div>
    )
  }
  const { approved } = correction
  return (
    <Notice tone={approved ? 'good' : 'warn'} title={t(approved ? 'correct.approved' : 'correct.asked')}>
      <p>{correction.reason}</p>
      <p className="quiet small">
        {t('lock.since', { name: correction.by, when: instant(correction.at) })}
        {approved && ` · ${t('correct.approvedBy', { name: approved.by, when: instant(approved.at) })}`}
      </p>
      <div className="buttons">
        {!approved && roles.has('investigator') && (
          <CommandButton
            title={t('correct.approve')}
            submit={t('correct.approve')}
            look="primary"
            withinForm
            path={`${path}/approve-correction`}
            fields={signing}
            fixed={place}
          >
            <p>{t('correct.approveHelp')}</p>
          </CommandButton>
        )}
        {roles.has('dataManager') && (
          <CommandButton
            title={t('correct.withdraw')}
            submit={t('correct.withdraw')}
            look="compact"
            withinForm
            path={`${path}/withdraw-correction`}
            fields={[reason]}
            fixed={place}
          />
        )}
      </div>
    </Notice>
  )
}
