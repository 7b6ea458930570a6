import Type from 'typebox'
import { maybe } from './common.ts'

/** The components of a signature, in the body of whatever is signed. */
export const components = {
  name: maybe(Type.String({ minLength: 1, maxLength: 100 })),
  password: Type.String({ minLength: 1, maxLength: 200 }),
}
