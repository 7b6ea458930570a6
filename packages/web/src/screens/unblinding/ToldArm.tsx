import type { Told } from '../../api/unblindingTypes.ts'
import { useWords } from '../../language/useWords.tsx'

/** One arm, as large as it matters in an emergency. */
export function ToldArm({ code, arm }: { readonly code: string; readonly arm: Told['arm'] }) {
  const { t, say } = useWords()
  return (
    <section className="card narrow no-print" role="status">
      <div className="body stack tight">
        <p className="quiet">{t('break.told', { code })}</p>
        <p className="told-arm">{say(arm.title)}</p>
        <p>{say(arm.product)}</p>
        <p className="quiet small">{t('break.once')}</p>
      </div>
    </section>
  )
}
