import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export type Tone = 'neutral' | 'good' | 'warn' | 'bad' | 'info'

const usual: Record<Tone, IconName> = { neutral: 'dot', good: 'check', warn: 'clock', bad: 'cross', info: 'half' }

/** A state in a word; colour and drawing repeat it and never carry it alone. */
export const Chip = (props: { readonly tone: Tone; readonly icon?: IconName; readonly children: ReactNode }) => (
  <span className={`chip ${props.tone}`}>
    <Icon name={props.icon ?? usual[props.tone]} />
    {props.children}
  </span>
)
