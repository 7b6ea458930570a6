/* The half of the language that needs Node: units by UCUM, hashing, checking. Browsers get studies compiled. */
export { compileStudy, hashOf } from './compile.ts'
export { checkAnswer } from './checks/cases.ts'
export { checkStudy, type Finding, type StudyCases } from './checks/checkStudy.ts'
export { conversion, isUnit, sameDimension } from './units.ts'
export { disagreements, type Disagreement, type StudyExamples } from './examples.ts'
export { mutationScore, type MutationScore, type Survivor } from './mutation/score.ts'
