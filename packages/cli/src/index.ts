export { createDemoAccounts, demoAccounts } from './demo/accounts.ts'
export { start, type Running } from './start/start.ts'
export { type StartOptions, startOptions } from './start/options.ts'
export { buildPages } from './start/pages.ts'
