import { useNavigate } from 'react-router'
import { studyPath } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'

export function NewPerson() {
  const { t } = useWords()
  const { study } = usePlace()
  const navigate = useNavigate()
  return (
    <CommandButton
      title={t('people.new')}
      submit={t('people.new')}
      look="primary"
      path={`${studyPath(study)}/people/create`}
      done={(answer) => {
        const { person } = answer as unknown as { person: string }
        void navigate(`/studies/${study}/people/${person}`)
      }}
      fields={[
        { name: 'printedName', label: t('people.printedName'), kind: 'text' },
        { name: 'login', label: t('people.login'), kind: 'text', help: t('people.loginHelp') },
        {
          name: 'locale',
          label: t('people.language'),
          kind: 'choice',
          initial: 'nb',
          choices: [
            { value: 'nb', label: 'Norsk bokmål' },
            { value: 'en', label: 'English' },
          ],
        },
      ]}
    >
      <p>{t('people.newHelp')}</p>
    </CommandButton>
  )
}
