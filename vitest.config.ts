import { defineConfig } from 'vitest/config'

/** `vitest run --mode nightly` lets properties run longer; tests read TRIALWRIGHT_EFFORT. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['packages', 'studies', 'test', 'tools', 'bench'].map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    // The proof of the blind does not yet cover every route; it joins the tests when it does. See `npm run prove-blind`.
    exclude: ['**/node_modules/**', '**/dist/**', ...(mode === 'test' ? ['test/blind/**'] : [])],
    env: { TRIALWRIGHT_EFFORT: mode === 'nightly' ? 'nightly' : 'usual', TZ: 'UTC' },
    globalSetup: 'packages/test-support/src/globalSetup.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
}))
