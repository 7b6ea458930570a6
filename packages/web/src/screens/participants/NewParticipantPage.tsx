import { Link, useNavigate } from 'react-router'
import { studyPath, useMe } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { CommandForm } from '../../command/CommandForm.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'

export function NewParticipantPage() {
  const { t, say } = useWords()
  const { study } = usePlace()
  useTitle(t('participants.register'))
  const navigate = useNavigate()
  const own = useMe().data?.grants.find((grant) => grant.study === study && grant.site !== null)?.site
  const list = `/studies/${study}/participants`
  return (
    <>
      <ol className="crumbs">
        <li>
          <Link to={list}>{t('participants.title')}</Link>
        </li>
      </ol>
      <h1>{t('participants.register')}</h1>
      <Asked query={useDefinition(study)}>
        {({ compiled }) => {
          const sites = compiled.sites.filter((site) => own === undefined || own === null || site.id === own)
          return (
            <div className="card narrow">
              <div className="body">
                <CommandForm
                  path={`${studyPath(study)}/participants`}
                  submit={t('participants.register')}
                  shape={({ site, name, birthDate, phone }) => ({
                    site,
                    identity: name === undefined ? undefined : { name, birthDate, phone },
                  })}
                  done={({ code }) => void navigate(code === undefined ? list : `${list}/${code}`)}
                  cancel={() => void navigate(list)}
                  fields={[
                    {
                      name: 'site',
                      label: t('site'),
                      kind: 'choice',
                      initial: sites.length === 1 ? sites[0]?.id : '',
                      choices: sites.map((site) => ({ value: site.id, label: say(site.title) })),
                    },
                    {
                      name: 'name',
                      label: t('participants.name'),
                      kind: 'text',
                      optional: true,
                      help: t('participants.identityOptional'),
                    },
                    { name: 'birthDate', label: t('participants.birthDate'), kind: 'day', optional: true },
                    { name: 'phone', label: t('participants.phone'), kind: 'text', optional: true },
                  ]}
                >
                  <p className="quiet">{t('participants.registerHelp')}</p>
                </CommandForm>
              </div>
            </div>
          )
        }}
      </Asked>
    </>
  )
}
