import type { Draw } from '@trialwright/conduct'
import { drawFrom, pick } from '../draw.ts'
import { certainPairsAmong } from '../independence/deduce.ts'

/** The secret table: arms in drawn order, by stratum. */
export type SecretTable = Readonly<Record<string, readonly string[]>>

export type Family = 'complement' | 'pairSwap' | 'singleFlip'
export const families: readonly Family[] = ['complement', 'pairSwap', 'singleFlip']

type Arms = readonly [string, string]

/** Slots of every stratum; the script randomises until each list is exhausted, so every slot counts. */
export const slots: Readonly<Record<string, number>> = { north: 5, south: 2 }

/** A list in which both arms occur in each stratum; balance is the generator's matter, not the blind's. */
export function drawTable(arms: Arms, draw: Draw): SecretTable {
  const drawn = mapStrata(slots, (count) => Array.from({ length: count }, () => arms[pick(2, draw)]!))
  return Object.values(drawn).every((stratum) => new Set(stratum).size === 2) ? drawn : drawTable(arms, draw)
}

/** The neighbouring world: every arm the other one, two unlike slots of one stratum exchanged, or one slot changed. */
export function changed(table: SecretTable, family: Family, arms: Arms, draw: Draw): SecretTable {
  const other = (arm: string) => (arm === arms[0] ? arms[1] : arms[0])
  if (family === 'complement') return mapStrata(table, (stratum) => stratum.map(other))
  const places = Object.entries(table).flatMap(([stratum, list]) => list.map((_, slot) => [stratum, slot] as const))
  const [stratum, slot] = places[pick(places.length, draw)]!
  const list = table[stratum]!
  const partners = list.flatMap((arm, place) => (arm === list[slot] ? [] : [place]))
  if (family === 'pairSwap' && partners.length === 0) return changed(table, family, arms, draw)
  const touched = family === 'singleFlip' ? [slot] : [slot, partners[pick(partners.length, draw)]!]
  const next = { ...table, [stratum]: list.map((arm, place) => (touched.includes(place) ? other(arm) : arm)) }
  // Somewhere two unlike slots stay, or nothing could be exchanged in the world that follows.
  return Object.values(next).some((each) => new Set(each).size === 2) ? next : changed(table, family, arms, draw)
}

export const familyOf = (step: number): Family => families[step % families.length]!

/** The arms of all slots, in one row. */
export const assignmentIn = (table: SecretTable): readonly string[] => Object.values(table).flat()

/**
 * A first table and those that follow from it, of each family by turns. Where every pair must be alike in one and unlike in
 * another, they are drawn anew until it is: two slots of a short stratum are sometimes left as they are through a whole chain.
 */
export function drawTables(
  arms: Arms,
  seed: string,
  transitions: number,
  everyPair: boolean,
  again = 0,
): readonly SecretTable[] {
  const draw = drawFrom(again === 0 ? seed : `${seed}, drawn again ${again}`)
  const tables = [drawTable(arms, draw)]
  for (let step = 0; step < transitions; step += 1) tables.push(changed(tables[step]!, familyOf(step), arms, draw))
  return everyPair && certainPairsAmong(tables.map(assignmentIn)) > 0
    ? drawTables(arms, seed, transitions, everyPair, again + 1)
    : tables
}

const mapStrata = <From, To>(table: Readonly<Record<string, From>>, change: (stratum: From) => To) =>
  Object.fromEntries(Object.entries(table).map(([name, stratum]) => [name, change(stratum)]))
