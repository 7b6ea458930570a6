import { course } from './lives.ts'
import { ranges } from './ranges.ts'
import type { Hands } from './hands.ts'
import { stockSites } from './stock.ts'

async function prepare(hands: Hands): Promise<void> {
  await hands.post('dataManager', null, '/laboratory-ranges', { ranges })
  await stockSites(hands)
}

const woman = (born: string, weight: number, begun: number) => ({ sex: 'female', born, weight, begun }) as const
const man = (born: string, weight: number, begun: number) => ({ sex: 'male', born, weight, begun }) as const

/** About twenty invented participants; `begun` is how many days ago each was registered. */
export const demo = {
  begins: 330,
  prepare,
  participants: [
    course('ous', 'completed, all four infusions', woman('1979-02-11', 71, 325), {
      infusions: 4,
      reviewed: 'thenChanged',
    }),
    course('haukeland', 'in follow-up after four infusions', man('1984-09-30', 88, 250), {
      infusions: 4,
      reviewed: 'stands',
    }),
    course('stolavs', 'in follow-up, one value corrected', woman('1968-05-23', 64, 215), {
      infusions: 4,
      corrected: true,
    }),
    course('ous', 'four infusions', man('1990-12-01', 79, 150), { infusions: 4 }),
    course('ostfold', 'stopped after a grade 3 reaction at the second infusion', man('1975-03-08', 92, 140), {
      infusions: 2,
      reaction: 3,
    }),
    course('ous', 'three infusions, a mild reaction at the first', woman('1987-07-19', 68, 90), {
      infusions: 3,
      reaction: 1,
    }),
    course('unn', 'three infusions, the second one outside its window', man('1969-11-02', 84, 92), {
      infusions: 3,
      late: 5,
    }),
    course('haukeland', 'two infusions', woman('1995-01-27', 59, 55), { infusions: 2 }),
    course('drammen', 'withdrew from everything after two infusions', woman('1982-10-14', 73, 75), {
      infusions: 2,
      withdraws: 'everything',
    }),
    course('stolavs', 'one infusion, then held for fever', man('1978-06-06', 81, 34), { infusions: 1, held: true }),
    course('ous', 'one infusion, the second due', woman('1991-04-04', 66, 29), { infusions: 1 }),
    course('unn', 'one infusion', man('1972-08-21', 90, 22), { infusions: 1 }),
    course('ous', 'eligible and confirmed', woman('1985-03-15', 70, 12), { until: 'confirmed' }),
    course('haukeland', 'every criterion met, not yet confirmed', man('1988-02-29', 77, 8), { until: 'screened' }),
    course('ous', 'in screening: indeterminate IGRA', woman('1993-09-09', 62, 7), { until: 'screened', unclear: true }),
    course('ostfold', 'in screening: MRI and blood samples still missing', man('1981-01-05', 95, 5), {
      until: 'asked',
    }),
    course('ous', 'screen failure: raised ALAT', man('1977-12-12', 99, 40), { until: 'failed', fails: 'alat' }),
    course('drammen', 'screen failure: no Modic change of type 1', woman('1989-05-30', 58, 33), {
      until: 'failed',
      fails: 'mri',
    }),
    course('stolavs', 'screen failure: pain below the limits', woman('1996-06-18', 61, 20), {
      until: 'failed',
      fails: 'pain',
    }),
    course('unn', 'consented today but one', man('1983-04-27', 86, 2), { until: 'consented' }),
    course('ous', 'registered', woman('1974-07-07', 75, 1), { until: 'registered' }),
  ],
}
