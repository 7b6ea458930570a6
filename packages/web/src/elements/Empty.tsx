import type { ReactNode } from 'react'

/** What stands where there is nothing yet. `page` where it is all the page has. */
export const Empty = (props: { readonly title: string; readonly page?: boolean; readonly children?: ReactNode }) => (
  <div className="empty">
    {props.page === true ? <h1>{props.title}</h1> : <h2>{props.title}</h2>}
    {props.children}
  </div>
)
