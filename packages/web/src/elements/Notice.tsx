import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

type NoticeTone = 'good' | 'warn' | 'bad' | 'info'
const icons: Record<NoticeTone, IconName> = { good: 'check', warn: 'alert', bad: 'alert', info: 'info' }

export const Notice = (props: {
  readonly tone: NoticeTone
  readonly title?: ReactNode
  readonly live?: boolean
  readonly children?: ReactNode
}) => (
  <div
    className={`notice ${props.tone}`}
    role={props.live === true ? (props.tone === 'bad' ? 'alert' : 'status') : undefined}
  >
    <Icon name={icons[props.tone]} />
    <div>
      {props.title !== undefined && <strong>{props.title}</strong>}
      {props.children}
    </div>
  </div>
)
