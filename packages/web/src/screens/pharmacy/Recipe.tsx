import type { Preparation } from '../../api/studyTypes.ts'
import { useWords } from '../../language/useWords.tsx'

export function Recipe({ view }: { readonly view: Preparation }) {
  const { t, say, number } = useWords()
  const parts = [
    [t('pharmacy.weight'), `${number(view.weight)} kg`],
    [t('pharmacy.dose'), view.dose === undefined ? t('pharmacy.doseNone') : `${number(view.dose)} mg`],
    [t('pharmacy.vials'), number(view.vials)],
    [t('pharmacy.concentrate'), `${number(view.concentrate)} mL`],
    [t('pharmacy.carrier'), `${number(view.carrier)} mL`],
    [t('pharmacy.bag'), `${number(view.bagVolume)} mL`],
  ] as const
  return (
    <section className="card unblind">
      <header>
        <h2>{t('pharmacy.recipe')}</h2>
      </header>
      <div className="body stack">
        <dl className="facts">
          <dt>{t('pharmacy.arm')}</dt>
          <dd>{say(view.arm.title)}</dd>
          <dt>{t('pharmacy.product')}</dt>
          <dd>{say(view.product)}</dd>
        </dl>
        <dl className="recipe">
          {parts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}
