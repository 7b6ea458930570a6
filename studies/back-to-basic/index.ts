export { cases } from './cases.ts'
export { backToBasic } from './study.ts'
