export { backToBasic } from './study.ts'
