import type { ReactNode } from 'react'

export const Empty = (props: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <h3>{props.title}</h3>
    {props.children}
  </div>
)
