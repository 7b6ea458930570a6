export { cases } from './cases.ts'
export { backToBasic } from './study.ts'
export { examples } from './examples.ts'
