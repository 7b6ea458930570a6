import { useState } from 'react'
import { Link } from 'react-router'
import { studyPath, useMe, useRead } from '../../api/queries.ts'
import type { Ranges } from '../../api/studyTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Empty } from '../../elements/Empty.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { AddRange } from './AddRange.tsx'
import { RangeTable } from './RangeTable.tsx'

const readers = ['coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector']

export function LaboratoryPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('laboratory.title'))
  const [text, setText] = useState('')
  const mayAdd = useMe().data?.grants.some((one) => one.study === study && one.role === 'dataManager') === true
  const roles = useRoles()
  const seesFiles = readers.some((role) => roles.has(role))
  const definition = useDefinition(study).data
  return (
    <>
      <div className="page-head">
        <h1>{t('laboratory.title')}</h1>
        {seesFiles && (
          <div className="buttons">
            <Link className="button" to="files">
              {t('files.title')}
            </Link>
          </div>
        )}
        {mayAdd && definition !== undefined && (
          <div className="buttons">
            <AddRange study={definition} />
          </div>
        )}
      </div>
      <p className="quiet lead">{t('laboratory.help')}</p>
      <Asked query={useRead<Ranges>(`${studyPath(study)}/laboratory-ranges`)}>
        {({ ranges }) =>
          ranges.length === 0 || definition === undefined ? (
            <div className="card">
              <Empty title={t('laboratory.none')}>
                <p>{t('laboratory.noneHelp')}</p>
              </Empty>
            </div>
          ) : (
            <>
              <search>
                <input
                  className="control medium"
                  type="search"
                  aria-label={t('laboratory.find')}
                  placeholder={t('laboratory.find')}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              </search>
              <RangeTable ranges={ranges} study={definition} text={text} />
            </>
          )
        }
      </Asked>
    </>
  )
}
