import type { ReactNode } from 'react'

export const Empty = (props: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <h2>{props.title}</h2>
    {props.children}
  </div>
)
