import { Link } from 'react-router'
import type { FilledFormView } from '../../api/formTypes.ts'
import { participantPath, useRead } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { useParticipant } from '../participants/ParticipantFrame.tsx'
import { ClosureBar } from '../locks/ClosureBar.tsx'
import { CorrectionNotice } from '../locks/CorrectionNotice.tsx'
import type { Closure } from '../../api/lockTypes.ts'
import { NotFound } from '../shell/NotFound.tsx'
import { FormEditor } from './FormEditor.tsx'

/** A form of one encounter, generated from its definition. */
export function FormPage() {
  const { t, say } = useWords()
  const { study, code, encounter, form } = usePlace()
  const view = useRead<FilledFormView>(`${participantPath(study, code)}/forms/${encounter}/${form}`)
  const loaded = useDefinition(study)
  const title = loaded.data?.compiled.forms.find((one) => one.id === form)?.title
  useTitle(title && say(title), code)
  const isReader = useRoles().has('mriReader')
  const base = `/studies/${study}/participants`
  return (
    <Asked query={loaded}>
      {(definition) => {
        const visit = definition.findEncounter(encounter)
        if (visit === undefined || !definition.compiled.forms.some(({ id }) => id === form)) return <NotFound />
        return (
          <>
            <ol className="crumbs">
              <li>
                <Link to={base}>{t('shell.participants')}</Link>
              </li>
              <li>{isReader ? code : <Link to={`${base}/${code}`}>{code}</Link>}</li>
              <li>
                {isReader ? (
                  say(visit.title)
                ) : (
                  <Link to={`${base}/${code}/encounters/${encounter}`}>{say(visit.title)}</Link>
                )}
              </li>
            </ol>
            <Asked query={view} heading={title && say(title)}>
              {(filled) => (
                <FormEditor
                  key={`${code} ${encounter} ${form}`}
                  study={definition}
                  form={definition.form(form)}
                  view={filled}
                  refresh={() => void view.refetch()}
                  closures={
                    <>
                      <ClosureBar closed={filled.closed} extent={{ encounter, form }} withinForm />
                      <Corrections closed={filled.closed} />
                    </>
                  }
                />
              )}
            </Asked>
          </>
        )
      }}
    </Asked>
  )
}

/** The participant's page tells what was asked for; a reader of images does not see it. */
function Corrections({ closed }: { readonly closed: readonly Closure[] }) {
  const participant = useParticipant().data
  if (participant === undefined) return null
  return <CorrectionNotice corrections={participant.corrections} closed={closed} isLocked={participant.locked} />
}
