import { allOf, anyOf, not } from '@trialwright/protocol'
import { childbearingPotential } from '../forms/childbearing.ts'
import { contraception } from '../forms/contraception.ts'
import { pregnancyTest } from '../forms/pregnancyTest.ts'

const positiveTest = pregnancyTest.hcg.is('positive')
const saysSo = [contraception.pregnant.isYes(), contraception.breastfeeding.isYes()] as const

/** Of any woman: the test counts where she can become pregnant; it is not taken from others. */
export const pregnantOrBreastfeeding = anyOf(...saysSo, allOf(childbearingPotential, positiveTest))

/** Of a woman who can become pregnant. */
export const pregnantOrBreastfeedingWhoCan = anyOf(...saysSo, positiveTest)

const adequateContraception = allOf(
  contraception.method.is('oral', 'injected', 'implanted', 'intrauterine', 'vasectomisedPartner', 'abstinence'),
  contraception.agrees.isYes(),
)

export const inadequateContraception = not(adequateContraception)
