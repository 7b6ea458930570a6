import type { Draw } from '@trialwright/conduct'
import { pick } from '../draw.ts'

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

const mapStrata = <From, To>(table: Readonly<Record<string, From>>, change: (stratum: From) => To) =>
  Object.fromEntries(Object.entries(table).map(([name, stratum]) => [name, change(stratum)]))
