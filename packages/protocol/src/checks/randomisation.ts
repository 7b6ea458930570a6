import type { CompiledStudy } from '../compiled.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'

const { error } = findingsOf('randomisation')
const path = 'randomisation'

/** Blocks hold the ratio a whole number of times, cannot be guessed, and the list is long enough for every stratum. */
export const randomisation: Check = (study) => [
  ...ofRatio(study),
  ...ofBlocks(study),
  ...ofTwoArms(study),
  ...ofSlots(study),
]

function ofRatio({ randomisation: { ratio }, arms }: CompiledStudy): readonly Finding[] {
  const missing = arms.filter(({ id }) => ratio[id] === undefined).map(({ id }) => id)
  const broken = Object.entries(ratio).filter(([, share]) => !Number.isSafeInteger(share) || share < 1)
  return [
    ...missing.map((id) =>
      error(`${path}.ratio`, `The ratio leaves out the arm ${id}.`, `Forholdet utelater armen ${id}.`),
    ),
    ...broken.map(([id]) =>
      error(
        `${path}.ratio`,
        `The share of ${id} is not a whole number from 1.`,
        `Andelen til ${id} er ikke et helt tall fra 1.`,
      ),
    ),
    ...(arms.length < 2
      ? [
          error(
            'arms',
            'There is nothing to randomise between: fewer than two arms.',
            'Det er ingenting å randomisere mellom: færre enn to armer.',
          ),
        ]
      : []),
  ]
}

function ofBlocks({ randomisation: { method, ratio, blocks } }: CompiledStudy): readonly Finding[] {
  if (method !== 'permutedBlocks') return []
  const whole = Object.values(ratio).reduce((sum, share) => sum + share, 0)
  return [
    ...(blocks.length === 0
      ? [error(`${path}.blocks`, 'No block size is given.', 'Ingen blokkstørrelse er gitt.')]
      : []),
    ...blocks
      .filter((size) => !Number.isSafeInteger(size / whole) || size <= 0)
      .map((size) =>
        error(
          `${path}.blocks`,
          `A block of ${size} cannot hold the ratio, whose sum is ${whole}.`,
          `En blokk på ${size} kan ikke romme forholdet, som har summen ${whole}.`,
        ),
      ),
    ...blocks
      .filter((size) => size === 2)
      .map(() =>
        error(
          `${path}.blocks`,
          'In a block of 2 the second allocation follows from the first.',
          'I en blokk på 2 følger den andre tildelingen av den første.',
        ),
      ),
  ]
}

/** Big stick and biased coin: what their authors ask for, and that the next arm does not always follow from the last. */
function ofTwoArms({ randomisation: { method, ratio, tolerance, probability } }: CompiledStudy): readonly Finding[] {
  if (method !== 'bigStick' && method !== 'biasedCoin') return []
  const [one, other, ...more] = Object.values(ratio)
  const unequal = one !== other || more.length > 0
  const [times = 0, of = 0] = probability ?? []
  const wholes = [times, of].every(Number.isSafeInteger)
  return [
    ...(unequal
      ? [
          error(
            `${path}.ratio`,
            'This method is for two arms in equal ratio.',
            'Denne metoden er for to armer i likt forhold.',
          ),
        ]
      : []),
    ...(method === 'bigStick' && !(Number.isSafeInteger(tolerance) && tolerance! >= 2)
      ? [
          error(
            `${path}.tolerance`,
            'The tolerated imbalance is not a whole number from 2; at 1 every second allocation follows from the one before.',
            'Den tillatte skjevheten er ikke et helt tall fra 2; ved 1 følger hver andre tildeling av den forrige.',
          ),
        ]
      : []),
    ...(method === 'biasedCoin' && !(wholes && times * 2 >= of && times < of)
      ? [
          error(
            `${path}.probability`,
            'The probability of the arm behind is not two whole numbers from one half to below one.',
            'Sannsynligheten for armen som ligger etter, er ikke to hele tall fra en halv til under én.',
          ),
        ]
      : []),
  ]
}

function ofSlots({ randomisation: { stratifyBy, slotsPerStratum }, sites, target }: CompiledStudy): readonly Finding[] {
  const strata = stratifyBy.includes('site')
    ? sites.map((site) => ({ name: site.title, wanted: site.target }))
    : [{ name: { en: 'the trial', nb: 'studien' }, wanted: target }]
  return strata
    .filter(({ wanted }) => slotsPerStratum < wanted)
    .map(({ name, wanted }) =>
      error(
        `${path}.slotsPerStratum`,
        `${slotsPerStratum} slots are drawn, but ${name.en} means to randomise ${wanted}.`,
        `${slotsPerStratum} plasser trekkes, men ${name.nb} skal randomisere ${wanted}.`,
      ),
    )
}
