import { useState } from 'react'
import { Link } from 'react-router'
import { participantPath } from '../../api/queries.ts'
import type { Told } from '../../api/unblindingTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { CommandForm } from '../../command/CommandForm.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { ToldArm } from './ToldArm.tsx'

const reasons = ['emergencyCare', 'overdose', 'exposureOfOthers', 'other'] as const

/** One page, four fields, one press: the arm, to the investigator alone. It lives in this page's memory only. */
export function CodeBreakPage() {
  const { t } = useWords()
  const { study, code } = usePlace()
  const [told, setTold] = useState<Told['arm']>()
  const treatment = useDefinition(study).data?.compiled.codeBreak.treatment ?? 'stop'
  useTitle(t('break.title'), code)
  const base = `/studies/${study}/participants`
  return (
    <>
      <ol className="crumbs no-print">
        <li>
          <Link to={base}>{t('participants.title')}</Link>
        </li>
        <li>
          <Link to={`${base}/${code}/unblinding`}>{code}</Link>
        </li>
      </ol>
      <h1>{t('break.title')}</h1>
      {told === undefined ? (
        <section className="card narrow">
          <div className="body">
            <CommandForm
              danger
              path={`${participantPath(study, code)}/break-code`}
              submit={t('break.submit')}
              fields={[
                {
                  name: 'reason',
                  label: t('break.reason'),
                  kind: 'choice',
                  choices: reasons.map((value) => ({ value, label: t(`break.why.${value}`) })),
                },
                { name: 'note', label: t('break.note'), kind: 'long' },
                { name: 'password', label: t('password'), kind: 'password' },
              ]}
              done={(answer) => setTold((answer as unknown as Told).arm)}
            >
              <Notice tone="warn">{t('break.help', { code, treatment })}</Notice>
            </CommandForm>
          </div>
        </section>
      ) : (
        <>
          <ToldArm code={code} arm={told} />
          <div className="buttons">
            <Link className="button" to={`${base}/${code}/unblinding`}>
              {t('break.back')}
            </Link>
          </div>
        </>
      )}
    </>
  )
}
