import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useStudyClock } from '../../api/useToday.ts'
import type { Me } from '../../api/types.ts'
import { useWords } from '../../language/useWords.tsx'
import { DemoTrial } from './DemoTrial.tsx'

const steps = [1, 7, 14, 28]

/** Says on every page that this is no real trial, and lets the demo's clock be moved. */
export function Banner({ me }: { readonly me: Me }) {
  const { t, day } = useWords()
  const [today = '', time] = useStudyClock().split('T')
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  if (me.mode === 'production') return null
  const move = async (days: number) => {
    await call('POST', '/api/demo/clock', { days })
    await client.invalidateQueries()
  }
  return (
    <aside
      className={`banner ${open ? 'open' : ''}`}
      aria-label={t(me.mode === 'demo' ? 'shell.demo' : 'shell.training')}
    >
      <strong>{t(me.mode === 'demo' ? 'shell.demo' : 'shell.training')}</strong>
      {me.mode === 'demo' && (
        <button
          type="button"
          className="button compact banner-toggle"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('shell.moveOn')}
        </button>
      )}
      {me.mode === 'demo' && (
        <div className="clock">
          <span className="data">
            {t('shell.clock')}: {day(today)}, {time}
          </span>
          <span className="quiet-on-banner">{t('shell.advance')}</span>
          {steps.map((days) => (
            <button key={days} type="button" className="button compact" onClick={() => void move(days)}>
              {t('shell.advanceDays', { days })}
            </button>
          ))}
        </div>
      )}
      {me.mode === 'demo' && <DemoTrial />}
    </aside>
  )
}
