import { useState } from 'react'
import type { SignedRecord } from '../../api/signatureTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { TickAll } from '../../elements/TickAll.tsx'
import { ticked, type Ticks, withTicks } from '../../elements/ticks.ts'
import { useWords } from '../../language/useWords.tsx'
import { SignTogether } from './SignTogether.tsx'
import { type TickableVisit, tickableVisit, WaitingVisit } from './WaitingVisit.tsx'

/**
 * Visits that have taken place and are not signed as they are. The investigator ticks those that are complete and signs them in
 * one act; of the others is said what they lack.
 */
export function WaitingVisits(props: { readonly visits: readonly SignedRecord[]; readonly refresh: () => void }) {
  const { t } = useWords()
  const signs = useRoles().has('investigator')
  const [ticks, setTicks] = useState<Ticks<string>>(new Map())
  // What is signed is what was ticked when the dialog was opened, whatever the page behind it learns meanwhile.
  const [opened, setOpened] = useState<readonly SignedRecord[]>()
  const [signed, setSigned] = useState(0)
  const waiting = props.visits.filter(
    ({ standing, toSign }) => standing !== 'valid' && toSign.every(({ code }) => code !== 'visitNotOver'),
  )
  const complete = signs ? waiting.filter(({ toSign }) => toSign.length === 0).map(tickableVisit) : []
  const chosen = ticked(ticks, complete)
  const isAtWork = opened !== undefined || signed > 0
  if (waiting.length === 0 && !isAtWork) return null
  const change = (some: readonly TickableVisit[], on: boolean) => {
    setSigned(0)
    setTicks((before) => withTicks(before, some, on))
  }
  return (
    <section className="card to-sign">
      <header>
        <h3>{t('sign.waiting')}</h3>
      </header>
      <form onSubmit={(event) => event.preventDefault()}>
        {complete.length > 0 && (
          <div className="row how">
            {complete.length > 1 && (
              <TickAll
                label={t('sign.together.all', { count: complete.length })}
                ticked={chosen.length}
                of={complete.length}
                change={(on) => change(complete, on)}
              />
            )}
            <p className="quiet small">{t('sign.together.help')}</p>
          </div>
        )}
        <ul className="form-list">
          {waiting.map((visit) => (
            <WaitingVisit key={visit.encounter} visit={visit} ticks={ticks} change={signs ? change : undefined} />
          ))}
        </ul>
        {(complete.length > 0 || isAtWork) && (
          <SignTogether
            visits={opened ?? chosen.map(({ visit }) => visit)}
            signed={signed}
            onOpen={(open) => setOpened(open ? chosen.map(({ visit }) => visit) : undefined)}
            refused={props.refresh}
            done={() => {
              setTicks(new Map())
              setSigned(opened?.length ?? 0)
            }}
          />
        )}
      </form>
    </section>
  )
}
