import { Link } from 'react-router'
import { usePlace } from '../../api/useStudy.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useParticipant } from '../participants/ParticipantFrame.tsx'
import type { FormSaving } from './useFormSaving.ts'

/** Stays at the foot of the page: what is unsaved, what needs a look, and the way to save it. */
export function SaveBar({ saving, alone }: { readonly saving: FormSaving; readonly alone: boolean }) {
  const { t } = useWords()
  const nothing = saving.changed === 0 && !saving.otherChanges
  return (
    <div className="save-bar">
      <span role="status" className="row">
        {saving.savedNow ? (
          <>
            <Icon name="check" /> {t('saved')}
          </>
        ) : (
          t('forms.unsaved', { count: saving.changed })
        )}
      </span>
      {saving.waiting > 0 && <span className="waiting">{t('forms.problems', { count: saving.waiting })}</span>}
      {saving.changed === 0 && !alone && <NextForm />}
      <kbd className="quiet small push">{t('forms.saveHint')}</kbd>
      <button type="submit" className="button primary" aria-disabled={nothing || saving.sending}>
        {saving.sending ? t('saving') : t('save')}
      </button>
    </div>
  )
}

/** The next form of the same encounter, so that a visit is entered from one to the next. */
function NextForm() {
  const { t, say } = useWords()
  const { study, code, encounter, form } = usePlace()
  const forms = useParticipant().data?.schedule.find((one) => one.id === encounter)?.forms ?? []
  const next = forms[forms.findIndex((one) => one.form === form) + 1]
  if (next === undefined) return null
  return (
    <Link to={`/studies/${study}/participants/${code}/encounters/${encounter}/forms/${next.form}`}>
      {t('forms.next', { title: say(next.title) })}
    </Link>
  )
}
