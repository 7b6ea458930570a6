import { Link } from 'react-router'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { useWords } from '../../language/useWords.tsx'

/** For a reader of images: the forms to fill in for each participant, and nothing of the participant's course. */
export function ReaderTable({ codes }: { readonly codes: readonly string[] }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const compiled = useDefinition(study).data?.compiled
  const forms = compiled?.forms.filter((form) => form.filledBy === 'reader') ?? []
  const columns = (compiled?.encounters ?? []).flatMap((encounter) =>
    forms.filter((form) => encounter.forms.includes(form.id)).map((form) => ({ encounter, form })),
  )
  return (
    <div className="card">
      <table className="rows cards">
        <thead>
          <tr>
            <th scope="col">{t('participants.code')}</th>
            {columns.map(({ encounter, form }) => (
              <th key={`${encounter.id} ${form.id}`} scope="col">
                {say(encounter.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}>
              <th scope="row" className="code">
                {code}
              </th>
              {columns.map(({ encounter, form }) => (
                <td key={`${encounter.id} ${form.id}`} data-label={say(encounter.title)}>
                  <Link to={`${code}/encounters/${encounter.id}/forms/${form.id}`}>
                    {say(form.title)}
                    <span className="hidden-visually"> {code}</span>
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
