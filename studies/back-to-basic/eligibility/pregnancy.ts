import { allOf, anyOf, not } from '@trialwright/protocol'
import { childbearingPotential } from '../forms/childbearing.ts'
import { contraception } from '../forms/contraception.ts'
import { pregnancyTest } from '../forms/pregnancyTest.ts'

/** The test counts where she can become pregnant; it is not taken from others. */
export const pregnantOrBreastfeeding = anyOf(
  contraception.pregnant.isYes(),
  contraception.breastfeeding.isYes(),
  allOf(childbearingPotential, pregnancyTest.hcg.is('positive')),
)

const adequateContraception = allOf(
  contraception.method.is('oral', 'injected', 'implanted', 'intrauterine', 'vasectomisedPartner', 'abstinence'),
  contraception.agrees.isYes(),
)

export const inadequateContraception = not(adequateContraception)
