export { eligibleAnswers, type Answers } from './answers.ts'
export { absent, filledForm, person, unfinished, type Options } from './person.ts'
export { laboratories, ranges } from './ranges.ts'
