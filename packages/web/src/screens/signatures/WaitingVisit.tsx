import { Link } from 'react-router'
import type { SignedRecord } from '../../api/signatureTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { TickOne } from '../../elements/TickOne.tsx'
import { type Tickable, tickOf, type Ticks } from '../../elements/ticks.ts'
import { useWords } from '../../language/useWords.tsx'
import { SignButton } from './SignButton.tsx'
import { StandingChip } from './SignedCard.tsx'

/** A visit that may be signed; what is ticked is the record that was shown. */
export interface TickableVisit extends Tickable<string> {
  readonly visit: SignedRecord
}

export const tickableVisit = (visit: SignedRecord): TickableVisit => ({
  key: visit.encounter ?? '',
  version: visit.record,
  visit,
})

/** One visit that waits for a signature: its tick or what it lacks, and the way to read it. */
export function WaitingVisit(props: {
  readonly visit: SignedRecord
  readonly ticks: Ticks<string>
  /** Absent for those who only look. */
  readonly change: ((visits: readonly TickableVisit[], on: boolean) => void) | undefined
}) {
  const { t, say } = useWords()
  const { study, code } = usePlace()
  const { visit, change } = props
  const one = tickableVisit(visit)
  const state = tickOf(props.ticks, one)
  const title = say(visit.title)
  const id = `sign-${one.key}`
  const isComplete = change !== undefined && visit.toSign.length === 0
  return (
    <li className={isComplete && state === 'ticked' ? 'ticked' : undefined}>
      {isComplete ? (
        <label className="tick" htmlFor={id}>
          <TickOne id={id} state={state} change={(on) => change([one], on)} />
          {title}
        </label>
      ) : (
        <span className={change ? 'tick' : undefined}>{title}</span>
      )}
      {isComplete && state === 'outdated' && (
        <span id={`${id}-changed`} className="waiting small">
          {t('sign.together.changed')}
        </span>
      )}
      <span className="row">
        {visit.standing === 'void' && <StandingChip standing="void" />}
        {!isComplete && <SignButton code={code} record={visit} look="compact" amongOthers />}
        <Link to={`/studies/${study}/participants/${code}/encounters/${visit.encounter}`}>
          {t('sign.together.read')}
          <span className="hidden-visually">: {title}</span>
        </Link>
      </span>
    </li>
  )
}
