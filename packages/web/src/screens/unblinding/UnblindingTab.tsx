import { Link } from 'react-router'
import { participantPath } from '../../api/queries.ts'
import type { Unblinding } from '../../api/unblindingTypes.ts'
import { useIsSiteStaff, useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useWords, type Words } from '../../language/useWords.tsx'
import { useShownParticipant } from '../participants/ParticipantFrame.tsx'
import { RegisterTable, type RegisterLine } from './RegisterTable.tsx'

const learners = ['participant', 'siteStaff', 'outcomeAssessor', 'sponsorStaff', 'other'] as const

/** Who came to know one participant's arm, and the two ways to say so. */
export function UnblindingTab() {
  const { t } = useWords()
  const { study, code } = usePlace()
  const participant = useShownParticipant()
  const roles = useRoles()
  const mayRecord = useIsSiteStaff() || roles.has('monitor')
  const rows = linesOf(participant.unblinding)
  return (
    <section className="card">
      <header>
        <h2>{t('blind.who')}</h2>
        {participant.randomised !== undefined && (
          <div className="buttons push">
            {mayRecord && <AccidentButton path={participantPath(study, code)} today={participant.today} />}
            {roles.has('investigator') && (
              <Link className="button danger" to={`/studies/${study}/participants/${code}/code-break`}>
                {t('break.title')}
              </Link>
            )}
          </div>
        )}
      </header>
      {rows.length === 0 ? (
        <Empty title={t('blind.kept')}>
          <p>{t('blind.keptHelp')}</p>
        </Empty>
      ) : (
        <RegisterTable rows={rows} zone={participant.site.timeZone} />
      )}
    </section>
  )
}

function AccidentButton({ path, today }: { readonly path: string; readonly today: string }) {
  const words = useWords()
  const { t } = words
  return (
    <CommandButton
      title={t('accident.title')}
      submit={t('save')}
      path={`${path}/record-accidental-unblinding`}
      fields={accidentFields(words, today)}
    >
      <p>{t('accident.help')}</p>
    </CommandButton>
  )
}

const accidentFields = ({ t }: Words, today: string) =>
  [
    {
      name: 'learner',
      label: t('accident.learner'),
      kind: 'choice',
      choices: learners.map((value) => ({ value, label: t(`accident.learner.${value}`) })),
    },
    { name: 'who', label: t('accident.who'), kind: 'text' },
    { name: 'day', label: t('day'), kind: 'day', initial: today },
    { name: 'how', label: t('accident.how'), kind: 'long' },
    { name: 'assessment', label: t('accident.assessment'), kind: 'long' },
    { name: 'actions', label: t('accident.actions'), kind: 'long' },
  ] as const

const linesOf = ({ codeBreaks, accidental }: Unblinding): readonly RegisterLine[] =>
  [
    ...codeBreaks.map((one) => ({
      kind: one.source === 'envelope' ? ('envelope' as const) : ('codeBreak' as const),
      at: one.at,
      by: one.by,
      who: one.opened?.by ?? one.by.name,
      why: one.reason,
      note: one.note,
    })),
    ...accidental.map((one) => ({
      kind: 'accidental' as const,
      at: one.at,
      by: one.by,
      who: one.who,
      why: one.learner,
      note: [one.how, one.assessment, one.actions].join('\n'),
    })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1))
