import { type ReactNode, useId } from 'react'

/** A small label over its control, as filters have it. */
export function Labelled(props: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="labelled">
      <label className="quiet small" htmlFor={id}>
        {props.label}
      </label>
      {props.children(id)}
    </div>
  )
}
