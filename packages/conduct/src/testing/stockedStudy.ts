import { days, loadStudy, quantity } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { definition } from './study.ts'

/** The invented study, whose sites keep vials of the active arm's product. */
export const stockedStudy = loadStudy(
  compileStudy({
    ...definition,
    supply: {
      products: {
        powder: {
          title: { en: 'Powder', nb: 'Pulver' },
          arms: ['qzvactive'],
          lowest: quantity(2, 'Cel'),
          highest: quantity(8, 'Cel'),
        },
      },
      horizon: days(30),
      reserve: quantity(4, '{vial}'),
    },
  }),
)
