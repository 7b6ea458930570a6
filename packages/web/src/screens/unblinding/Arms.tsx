import { useState } from 'react'
import { type Answer, call } from '../../api/call.ts'
import { studyPath } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Refusals } from '../../elements/Refusals.tsx'
import { useWords } from '../../language/useWords.tsx'

interface Allocations {
  readonly rows: readonly { readonly participant: string; readonly stratum: string; readonly arm: string }[]
}

/** Every arm, after the end of the blind. Asked for by a press, since each reading is recorded. */
export function Arms() {
  const { t, say } = useWords()
  const { study } = usePlace()
  const arms = useDefinition(study).data?.compiled.arms ?? []
  const [answer, setAnswer] = useState<Answer<Allocations>>()
  const ask = async () => setAnswer(await call<Allocations>('GET', `${studyPath(study)}/unblinding/allocations`))
  if (answer === undefined || !answer.ok) {
    return (
      <div className="stack tight">
        <Refusals problem={answer?.problem} />
        <div className="row">
          <button type="button" className="button" onClick={() => void ask()}>
            {t('end.showArms')}
          </button>
          <span className="quiet small">{t('end.showArmsHelp')}</span>
        </div>
      </div>
    )
  }
  return (
    <div className="card narrow">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('end.participant')}</th>
            <th scope="col">{t('end.arm')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.value.rows.map((row) => {
            const arm = arms.find(({ id }) => id === row.arm)
            return (
              <tr key={row.participant}>
                <th scope="row" className="code">
                  {row.participant}
                </th>
                <td>{arm === undefined ? row.arm : say(arm.title)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
