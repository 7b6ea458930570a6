import { Link } from 'react-router'
import { studyPath, useMe, useRead } from '../../api/queries.ts'
import type { TodayGroup, TodayLine, TodayView } from '../../api/todayTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { todayLink } from './todayLinks.ts'

const registering = ['coordinator', 'investigator']

/** The first page of a working day: each line leads to the place where its work is done. */
export function TodayPage() {
  const { t, day } = useWords()
  const { study } = usePlace()
  useTitle(t('today.title'))
  const query = useRead<TodayView>(`${studyPath(study)}/today`, { every: 30_000 })
  const mayRegister = useMe().data?.grants.some((one) => one.study === study && registering.includes(one.role))
  return (
    <>
      <div className="page-head">
        <h1>{t('today.title')}</h1>
        {query.data && <span className="quiet data">{day(query.data.today)}</span>}
        {mayRegister === true && (
          <div className="buttons">
            <Link to="../participants/new" relative="path" className="button">
              {t('participants.register')}
            </Link>
          </div>
        )}
      </div>
      <Asked query={query}>
        {({ groups, participants }) => (
          <>
            {participants === 0 ? (
              <div className="card">
                <Empty title={t('participants.none')}>
                  <p>{t('participants.noneHelp')}</p>
                </Empty>
              </div>
            ) : (
              groups.length === 0 && (
                <div className="card">
                  <Empty title={t('today.nothing')}>
                    <p>{t('today.nothingHelp')}</p>
                  </Empty>
                </div>
              )
            )}
            <div className="today">
              {groups.map((group) => (
                <Group key={group.group} group={group} />
              ))}
            </div>
          </>
        )}
      </Asked>
    </>
  )
}

function Group({ group: { group, total, lines } }: { readonly group: TodayGroup }) {
  const { t } = useWords()
  const { study } = usePlace()
  return (
    <section className="card" aria-labelledby={`today-${group}`}>
      <header>
        <h2 id={`today-${group}`}>{t(`today.group.${group}` as MessageKey)}</h2>
        <span className="count data">{total}</span>
      </header>
      <ul className="today-lines">
        {lines.map((line) => (
          <li key={`${line.code} ${line.encounter ?? ''}`}>
            <Link to={todayLink(study, group, line)}>
              <span className="code">{line.code}</span>
              <span>
                <What group={group} line={line} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {total > lines.length && <p className="quiet small more">{t('today.more', { count: total - lines.length })}</p>}
    </section>
  )
}

const counts: Readonly<Record<string, MessageKey>> = {
  missing: 'today.forms',
  queries: 'today.queries',
  unsigned: 'today.visits',
  void: 'today.signatures',
}

function What({ group, line }: { readonly group: string; readonly line: TodayLine }) {
  const { t, say, day } = useWords()
  const { study } = usePlace()
  const criteria = useDefinition(study).data?.compiled.criteria ?? []
  const count = counts[group]
  return (
    <>
      {line.title && say(line.title)}
      {count !== undefined && line.count !== undefined && t(count, { count: line.count })}
      {line.criteria?.map((id) => {
        const text = criteria.find((criterion) => criterion.id === id)?.text
        return (
          <span key={id} className="clipped">
            {id} {text && say(text)}
          </span>
        )
      })}
      {line.day !== undefined && (
        <span className="quiet small nowrap"> {t(`today.until.${group}` as MessageKey, { day: day(line.day) })}</span>
      )}
    </>
  )
}
