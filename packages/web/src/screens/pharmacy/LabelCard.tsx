import type { Preparation } from '../../api/studyTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'

/** The masked label: nothing on it depends on the arm. */
export function LabelCard({ view, label }: { readonly view: Preparation; readonly label: string }) {
  const { t, say, day, number } = useWords()
  const { study } = usePlace()
  const compiled = useDefinition(study).data?.compiled
  return (
    <section className="stack tight">
      <div className="row no-print">
        <h2>{t('pharmacy.label')}</h2>
        <button type="button" className="button compact push" onClick={() => print()}>
          <Icon name="print" />
          {t('pharmacy.printLabel')}
        </button>
      </div>
      <div className="sticker">
        <code className="bag-label">{label}</code>
        <div className="data">
          <strong>{view.code}</strong> · {say(view.title)} · {day(view.day)}
        </div>
        <div className="small">
          {compiled?.registry.id} · {number(view.bagVolume)} mL
        </div>
        <div className="small">{t('pharmacy.labelUse')}</div>
      </div>
      <p className="quiet small no-print">{t('pharmacy.labelHelp')}</p>
    </section>
  )
}
