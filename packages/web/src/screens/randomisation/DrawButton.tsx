import { studyPath } from '../../api/queries.ts'
import type { RandomisationReport } from '../../api/randomisationTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'

/** Draws and seals; asks for the sign-off where the report says that it will be needed. */
export function DrawButton({ report }: { readonly report: RandomisationReport | undefined }) {
  const { t } = useWords()
  const { study } = usePlace()
  const asked = report?.needsSignOff === true
  const signOff = useSignOffField()
  return (
    <div>
      <CommandButton
        title={t('randomisation.draw')}
        submit={t('randomisation.draw')}
        look="primary"
        path={`${studyPath(study)}/randomisation-list`}
        fields={
          // Until the report is there it is not known, and the field is offered without being asked for.
          report === undefined || asked ? [{ ...signOff, optional: !asked }] : []
        }
      >
        <p>{t('randomisation.drawHelp')}</p>
      </CommandButton>
    </div>
  )
}

/** Why a scheme that can be guessed is kept all the same. */
export function useSignOffField() {
  const { t } = useWords()
  return {
    name: 'signOff',
    label: t('randomisation.signOff'),
    help: t('randomisation.signOffHelp'),
    kind: 'long',
  } as const
}
