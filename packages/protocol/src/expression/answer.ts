/** One of three answers. `unknown` is neither: data are missing, partial or censored. */
export type Answer = 'yes' | 'no' | 'unknown'

/*
 * Inside closures an answer is a small number, ordered no < unknown < yes, so that Kleene's strong logic is `min` and
 * `max`. Source: S. C. Kleene, Introduction to Metamathematics (1952), section 64.
 */
export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export type Tri = 0 | 1 | 2

export const answerOf = (tri: Tri): Answer => (tri === YES ? 'yes' : tri === NO ? 'no' : 'unknown')

export const opposite = (tri: Tri): Tri => (YES - tri) as Tri
