import { studyPath } from '../../api/queries.ts'
import type { Preparation } from '../../api/studyTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'

/** A bag that will not be given: back from the site, or thrown away before it went there. */
export function DiscardButtons({ view }: { readonly view: Preparation }) {
  const { t } = useWords()
  const { study } = usePlace()
  const path = `${studyPath(study)}/pharmacy/${view.code}`
  const ways = [
    ['take-bag-back', t('pharmacy.takeBack'), view.toTakeBagBack],
    ['waste-bag', t('pharmacy.waste'), view.toWasteBag],
  ] as const
  const open = ways.filter(([, , refusals]) => refusals.length === 0)
  if (open.length === 0) return null
  return (
    <div className="buttons">
      {open.map(([command, title]) => (
        <CommandButton
          key={command}
          title={title}
          submit={title}
          look="plain compact"
          danger
          path={`${path}/${command}`}
          fixed={{ encounter: view.encounter }}
          fields={[{ name: 'reason', label: t('reason'), kind: 'long' }]}
        >
          <p className="quiet">{t('pharmacy.discardHelp')}</p>
        </CommandButton>
      ))}
    </div>
  )
}
