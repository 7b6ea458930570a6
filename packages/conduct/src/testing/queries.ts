import { fill, randomised, visiting, type Trial } from './trial.ts'

export const queries = (trial: Trial) =>
  Object.values(trial.state.queries).map(({ id, status, check }) => `${id} ${status}${check ? ` ${check}` : ''}`)

export const weigh = (trial: Trial, encounter: string, weight: string) =>
  trial.does(fill(trial, encounter, 'body', { weight }))

/** Weighed 75 kg at screening, and so much on day 0. */
export const weighed = (weight: string): Trial => {
  const trial = visiting(randomised(), 'day0')
  weigh(trial, 'day0', weight)
  return trial
}
