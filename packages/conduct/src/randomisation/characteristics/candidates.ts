import type { Study, Text } from '@trialwright/protocol'
import { listSpecification, type ListSpecification } from '../list.ts'
import { listMethods } from '../methods/listMethods.ts'
import { armsOf } from '../ratio.ts'
import { minimised, stratifiedList, unstratifiedList, type Scheme } from './scheme.ts'

export interface Candidate {
  readonly name: Text
  readonly source: string
  readonly own: boolean
  readonly scheme: Scheme
}

/** The study's own scheme first, then others it could have used, in the same ratio and with the same strata. */
export function candidates(study: Study): readonly Candidate[] {
  const own = listSpecification(study)
  const whole = Object.values(own.ratio).reduce((sum, share) => sum + share, 0)
  const others: readonly ListSpecification[] = [
    { ...own, method: 'simple', blocks: [] },
    ...[[whole], [2 * whole], [3 * whole], [2, 3, 4].map((times) => times * whole)].map(
      (blocks): ListSpecification => ({ ...own, method: 'permutedBlocks', blocks }),
    ),
    ...[3, 4].map((tolerance): ListSpecification => ({ ...own, method: 'bigStick', blocks: [], tolerance })),
    { ...own, method: 'biasedCoin', blocks: [], probability: [2, 3] },
  ]
  const name = nameOf(own)
  return [
    candidate(study, own, true),
    ...others
      .filter((other) => nameOf(other).en !== name.en && listMethods[other.method].fault(other) === undefined)
      .map((other) => candidate(study, other, false)),
    minimisedBySite(study),
  ]
}

function candidate({ compiled }: Study, specification: ListSpecification, own: boolean): Candidate {
  const stratified = compiled.randomisation.stratifyBy.includes('site')
  return {
    name: nameOf(specification),
    source: listMethods[specification.method].source,
    own,
    scheme: (stratified ? stratifiedList : unstratifiedList)(specification),
  }
}

/** The textbook name with its parameters, which are not for blinded eyes. */
export function nameOf({ method, blocks, tolerance, probability }: ListSpecification): Text {
  const { en, nb } = listMethods[method].title
  const sizes = blocks.join(', ')
  if (method === 'permutedBlocks' && blocks.length === 1)
    return { en: `permuted blocks of ${sizes}`, nb: `permuterte blokker på ${sizes}` }
  const parameters = blocks.length > 0 ? sizes : (tolerance ?? probability?.join('/'))
  return parameters === undefined ? { en, nb } : { en: `${en} (${parameters})`, nb: `${nb} (${parameters})` }
}

function minimisedBySite({ compiled }: Study): Candidate {
  const { ratio } = compiled.randomisation
  const sites = compiled.sites.map(({ id }) => id)
  const factors = [
    { id: 'site', levels: sites, weight: 1 },
    { id: 'trial', levels: ['all'], weight: 1 },
  ]
  return {
    name: {
      en: `minimisation by site and in all (4/5)`,
      nb: `minimering på senter og i alt (4/5)`,
    },
    source: `Pocock and Simon, Biometrics 1975;31:103–115${
      new Set(armsOf(ratio).map((arm) => ratio[arm])).size > 1 ? '; Han et al., Stat Med 2009;28:3329–3346' : ''
    }`,
    own: false,
    scheme: minimised({ method: 'minimisation', ratio, factors, measure: 'range', probability: [4, 5] }, (stratum) => ({
      site: sites[stratum]!,
      trial: 'all',
    })),
  }
}
