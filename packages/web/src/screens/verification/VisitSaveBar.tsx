import { Link } from 'react-router'
import { participantPath, useRead } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import type { ParticipantVerification } from '../../api/verificationTypes.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Stays at the foot of the page: how many values are ticked, the way to save them, and the next visit that waits. */
export function VisitSaveBar(props: {
  readonly chosen: number
  /** Ticked at a version that is no longer there. */
  readonly changed: number
  readonly saved: number
  readonly sending: boolean
}) {
  const { t } = useWords()
  return (
    <div className="save-bar">
      <span role="status" className="row">
        {props.saved > 0 ? (
          <>
            <Icon name="check" /> {t('verify.visit.saved', { count: props.saved })}
          </>
        ) : (
          t('verify.visit.ticked', { count: props.chosen })
        )}
      </span>
      {props.changed > 0 && (
        <span role="alert" className="waiting">
          {t('verify.visit.changedNotice', { count: props.changed })}
        </span>
      )}
      {props.chosen === 0 && <NextVisit />}
      <kbd className="quiet small push">{t('forms.saveHint')}</kbd>
      <button type="submit" className="button primary" aria-disabled={props.chosen === 0 || props.sending}>
        {props.sending ? t('saving') : t('verify.visit.save')}
      </button>
    </div>
  )
}

/** The next visit of which the plan asks for something that is not verified, after this one or from the beginning. */
function NextVisit() {
  const { t, say } = useWords()
  const { study, code, encounter } = usePlace()
  const { data } = useRead<ParticipantVerification>(`${participantPath(study, code)}/verification`)
  const forms = data?.forms ?? []
  const here = forms.findLastIndex((one) => one.encounter === encounter)
  const next = [...forms.slice(here + 1), ...forms.slice(0, here + 1)].find(
    (one) => one.verified < one.planned && one.encounter !== encounter,
  )
  if (next === undefined) return null
  return (
    <Link to={`/studies/${study}/participants/${code}/verification/${next.encounter}`}>
      {t('verify.visit.next', { title: say(next.encounterTitle) })}
    </Link>
  )
}
