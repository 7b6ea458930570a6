import { defineConfig } from 'vitest/config'

/** `vitest run --mode nightly` lets properties run longer; tests read TRIALWRIGHT_EFFORT. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['packages', 'studies', 'test', 'tools', 'bench'].map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    env: { TRIALWRIGHT_EFFORT: mode === 'nightly' ? 'nightly' : 'usual', TZ: 'UTC' },
    globalSetup: 'packages/test-support/src/globalSetup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
}))
