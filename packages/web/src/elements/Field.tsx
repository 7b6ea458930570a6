import { type ReactNode, useId } from 'react'
import { Icon } from './Icon.tsx'

export interface ControlIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

/** A label, its control, help, and what is wrong with the entry, tied together for every reader. */
export function Field(props: {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly problem?: ReactNode
  readonly question?: ReactNode
  readonly children: (control: ControlIds) => ReactNode
}) {
  const id = useId()
  const described = [props.help && `${id}-help`, props.question && `${id}-question`, props.problem && `${id}-problem`]
    .filter(Boolean)
    .join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {props.help && (
        <div className="help" id={`${id}-help`}>
          {props.help}
        </div>
      )}
      {props.children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': props.problem ? true : undefined,
      })}
      <Said id={id} problem={props.problem} question={props.question} />
    </div>
  )
}

export const Said = (props: { readonly id: string; readonly problem?: ReactNode; readonly question?: ReactNode }) => (
  <>
    {props.question && (
      <div className="question" id={`${props.id}-question`}>
        <Icon name="alert" />
        <span>{props.question}</span>
      </div>
    )}
    {props.problem && (
      <div className="problem" id={`${props.id}-problem`}>
        <Icon name="cross" />
        <span>{props.problem}</span>
      </div>
    )}
  </>
)
