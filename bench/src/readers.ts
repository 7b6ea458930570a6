/* Other readers of a study's criteria, for holding ours against them. */
export { bundlerOf } from './cql/bundle.ts'
export { plainEngine } from './cql/plain.ts'
export { populationOf } from './eligibility/people.ts'
export { randomFrom } from './random.ts'
