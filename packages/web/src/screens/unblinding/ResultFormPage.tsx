import { Link } from 'react-router'
import type { FilledFormView } from '../../api/formTypes.ts'
import { studyPath, useRead } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { NotFound } from '../shell/NotFound.tsx'
import { FormEditor } from '../forms/FormEditor.tsx'

/** The part of a form that tells the arm. */
export function ResultFormPage() {
  const { t, say } = useWords()
  const { study, code, encounter, form } = usePlace()
  const path = `${studyPath(study)}/unblinded-results/${encodeURIComponent(code)}`
  const view = useRead<FilledFormView>(`${path}/forms/${encounter}/${form}`)
  const loaded = useDefinition(study)
  const title = loaded.data?.compiled.forms.find((one) => one.id === form)?.title
  useTitle(title && say(title), code)
  return (
    <Asked query={loaded}>
      {(definition) => {
        const visit = definition.findEncounter(encounter)
        if (visit === undefined || !definition.compiled.forms.some(({ id }) => id === form)) return <NotFound />
        return (
          <>
            <ol className="crumbs">
              <li>
                <Link to={`/studies/${study}/results`}>{t('results.title')}</Link>
              </li>
              <li>{code}</li>
              <li>{say(visit.title)}</li>
            </ol>
            <Asked query={view} heading={title && say(title)}>
              {(filled) => (
                <FormEditor
                  key={`${code} ${encounter} ${form}`}
                  study={definition}
                  form={unblindedPart(definition.form(form))}
                  view={filled}
                  refresh={() => void view.refetch()}
                  saveTo={`${path}/record-form`}
                />
              )}
            </Asked>
          </>
        )
      }}
    </Asked>
  )
}

const unblindedPart = <Form extends { readonly items: readonly { readonly blinding: string }[] }>(
  form: Form,
): Form => ({
  ...form,
  items: form.items.filter(({ blinding }) => blinding === 'unblindedOnly'),
})
