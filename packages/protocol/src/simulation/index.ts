export * from './distribution.ts'
export type * from './draws.ts'
export type * from './model.ts'
