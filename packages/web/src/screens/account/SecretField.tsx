import type { ReactNode } from 'react'
import { Field } from '../../elements/Field.tsx'

/** A password or a code to be typed. */
export const SecretField = (props: {
  readonly label: string
  readonly value: string
  readonly change: (value: string) => void
  readonly help?: ReactNode
  readonly problem?: ReactNode
  readonly kind: 'current-password' | 'new-password' | 'one-time-code'
}) => (
  <Field label={props.label} help={props.help} problem={props.problem}>
    {(control) => (
      <input
        {...control}
        className={`control ${props.kind === 'one-time-code' ? 'medium' : ''}`}
        type={props.kind === 'one-time-code' ? 'text' : 'password'}
        autoComplete={props.kind}
        spellCheck={false}
        required
        value={props.value}
        onChange={(event) => props.change(event.target.value)}
      />
    )}
  </Field>
)
