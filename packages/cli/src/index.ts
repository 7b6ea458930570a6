export { createDemoClient, type DemoClient, type DemoClientOptions, Refused } from './demo/client.ts'
export type { DemoParticipant, DemoTrial } from './demo/trial.ts'
export { start, type Running } from './start/start.ts'
export { type StartOptions, startOptions } from './start/options.ts'
