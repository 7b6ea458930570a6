import { backToBasic, cases } from './back-to-basic/index.ts'

/** The studies this product runs. To add one: its folder, and a line here. */
export const studies = [
  {
    definition: backToBasic,
    cases,
    simulation: async () => (await import('./back-to-basic/simulation/index.ts')).simulation,
  },
]
