import type { Act } from './further.ts'

/** A bag made for another weight than the one read off afterwards is judged, by those who may, and judged again. */
export const judgeDeviation: Act = async (_, { four }) => {
  const judged = { key: 'infusionDose/day0', important: false, effect: 'none', note: 'A kilogram.' }
  await four.refused('investigator', 'classify-deviation', 'roleMissing', judged)
  await four.refused('monitor', 'classify-deviation', 'deviationUnknown', { ...judged, key: 'infusionDose/day14' })
  await four.does('monitor', 'classify-deviation', judged)
  await four.does('dataManager', 'classify-deviation', { ...judged, important: true, effect: 'toDecide' })
}
