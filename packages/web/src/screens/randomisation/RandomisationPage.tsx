import { studyPath, useRead } from '../../api/queries.ts'
import type { RandomisationList } from '../../api/studyTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'

export function RandomisationPage() {
  const { t } = useWords()
  const { study } = usePlace()
  useTitle(t('randomisation.title'))
  return (
    <>
      <h1>{t('randomisation.title')}</h1>
      <p className="quiet lead">{t('randomisation.help')}</p>
      <Asked query={useRead<RandomisationList>(`${studyPath(study)}/randomisation-list`)}>
        {(list) => <Shown list={list} />}
      </Asked>
    </>
  )
}

function Shown({ list }: { readonly list: RandomisationList }) {
  const { t, instant } = useWords()
  const { study } = usePlace()
  const { sealed } = list
  return (
    <>
      <section className="card">
        <header>
          <h2>{t('randomisation.commitment')}</h2>
          {sealed === undefined ? (
            <Chip tone="warn" icon="clock">
              {t('randomisation.notSealed')}
            </Chip>
          ) : (
            <Chip tone="good" icon="lock">
              {t('randomisation.sealed', { when: instant(sealed.at) })}
            </Chip>
          )}
        </header>
        <div className="body">
          {sealed === undefined ? (
            <CommandButton
              title={t('randomisation.draw')}
              submit={t('randomisation.draw')}
              look="primary"
              path={`${studyPath(study)}/randomisation-list`}
              fields={[
                {
                  name: 'signOff',
                  label: t('randomisation.signOff'),
                  help: t('randomisation.signOffHelp'),
                  kind: 'long',
                  optional: true,
                },
              ]}
            >
              <p>{t('randomisation.drawHelp')}</p>
            </CommandButton>
          ) : (
            <p className="hash">{sealed.commitment}</p>
          )}
        </div>
      </section>
      {list.strata.length > 0 && <Strata list={list} />}
    </>
  )
}

function Strata({ list }: { readonly list: RandomisationList }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const sites = useDefinition(study).data?.compiled.sites ?? []
  return (
    <div className="card narrow">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('randomisation.stratum')}</th>
            <th scope="col" className="number">
              {t('randomisation.slots')}
            </th>
            <th scope="col" className="number">
              {t('randomisation.taken')}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.strata.map((one) => {
            const site = sites.find(({ id }) => id === one.stratum || `site=${id}` === one.stratum)
            return (
              <tr key={one.stratum}>
                <th scope="row">{site === undefined ? one.stratum : say(site.title)}</th>
                <td className="number">{one.slots}</td>
                <td className="number">{one.taken}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
