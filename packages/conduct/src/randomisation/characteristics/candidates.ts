import type { Study, Text } from '@trialwright/protocol'
import { strataOf } from '../decide.ts'
import { listSpecification, type ListSpecification } from '../list.ts'
import { listMethods } from '../methods/listMethods.ts'
import { minimisationOf } from '../numbers.ts'
import { armsOf, totalOf, type Ratio } from '../ratio.ts'
import { ownMinimisation } from './ownMinimisation.ts'
import { minimised, stratifiedList, unstratifiedList, type Scheme } from './scheme.ts'

export interface Candidate {
  readonly name: Text
  readonly source: string
  readonly own: boolean
  readonly scheme: Scheme
}

/** The study's own scheme first, then others it could have used, in the same ratio and with the same strata. */
export function candidates(study: Study): readonly Candidate[] {
  const { ratio, slotsPerStratum } = study.compiled.randomisation
  const own =
    minimisationOf(study) === undefined ? candidate(study, listSpecification(study), true) : ownMinimised(study)
  const base = { ratio, blocks: [], strata: strataOf(study), slotsPerStratum }
  const whole = totalOf(ratio)
  const others: readonly ListSpecification[] = [
    { ...base, method: 'simple' },
    ...[[whole], [2 * whole], [3 * whole], [2, 3, 4].map((times) => times * whole)].map(
      (blocks): ListSpecification => ({ ...base, method: 'permutedBlocks', blocks }),
    ),
    ...[3, 4].map((tolerance): ListSpecification => ({ ...base, method: 'bigStick', tolerance })),
    { ...base, method: 'biasedCoin', probability: [2, 3] },
  ]
  return [
    own,
    ...others
      .filter((other) => nameOf(other).en !== own.name.en && listMethods[other.method].fault(other) === undefined)
      .map((other) => candidate(study, other, false)),
    ...(minimisationOf(study) === undefined ? [minimisedBySite(study)] : []),
  ]
}

function candidate({ compiled }: Study, specification: ListSpecification, own: boolean): Candidate {
  const { stratifyBy, method } = compiled.randomisation
  // Beside a minimisation, lists are tried as they would be used: one for each site.
  const stratified = stratifyBy.includes('site') || method === 'minimisation'
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

const sourceOfMinimisation = ({ ratio }: { readonly ratio: Ratio }): string =>
  `Pocock and Simon, Biometrics 1975;31:103–115${
    new Set(armsOf(ratio).map((arm) => ratio[arm])).size > 1 ? '; Han et al., Stat Med 2009;28:3329–3346' : ''
  }`

function ownMinimised(study: Study): Candidate {
  const { randomisation } = study.compiled
  const probability = randomisation.probability?.join('/') ?? ''
  const by = (randomisation.factors ?? []).map(({ title }) => title)
  const list = (language: 'en' | 'nb') => by.map((title) => title[language].toLowerCase()).join(', ')
  return {
    name: {
      en: `minimisation by ${list('en')} (${probability})`,
      nb: `minimering på ${list('nb')} (${probability})`,
    },
    source: sourceOfMinimisation(randomisation),
    own: true,
    scheme: ownMinimisation(study)!,
  }
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
    source: sourceOfMinimisation({ ratio }),
    own: false,
    scheme: minimised({ method: 'minimisation', ratio, factors, measure: 'range', probability: [4, 5] }, (stratum) => ({
      site: sites[stratum]!,
      trial: 'all',
    })),
  }
}
