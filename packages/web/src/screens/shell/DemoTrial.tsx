import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from '../../api/call.ts'
import { useRead } from '../../api/queries.ts'
import { useWords } from '../../language/useWords.tsx'

interface DemoTrialState {
  readonly state: 'none' | 'rests' | 'lives' | 'stopped'
  readonly today?: string
  readonly until?: string
  readonly randomised: number
}

const steps = [7, 28, 182]

/** Lets the demo's virtual participants live on, and tells where they are while they do. */
export function DemoTrial() {
  const { t, day } = useWords()
  const client = useQueryClient()
  const { data } = useRead<DemoTrialState>('/api/demo/trial', {
    every: (last) => (last?.state === 'lives' ? 1000 : 15_000),
  })
  const state = data?.state
  const before = useRef(state)
  // What they lived through shows on every page once they rest.
  useEffect(() => {
    if (before.current === 'lives' && state !== 'lives') void client.invalidateQueries()
    before.current = state
  }, [state, client])
  if (!data || data.state === 'none') return null
  const live = async (days: number) => {
    await call('POST', '/api/demo/trial', { days })
    await client.invalidateQueries({ queryKey: ['demo', 'trial'] })
  }
  return (
    <div className="clock" role="status">
      {state === 'lives' ? (
        <span>
          {t('shell.living', {
            today: day(data.today ?? ''),
            until: day(data.until ?? ''),
            randomised: data.randomised,
          })}
        </span>
      ) : (
        <>
          {data.state === 'stopped' && <span>{t('shell.livingStopped', { today: day(data.today ?? '') })}</span>}
          <span>{t('shell.live')}</span>
          {steps.map((days) => (
            <button key={days} type="button" className="button compact" onClick={() => void live(days)}>
              {t('shell.advanceDays', { days })}
            </button>
          ))}
        </>
      )}
    </div>
  )
}
