import { nightly } from '../effort.ts'
import type { Attention } from '../replay.ts'

/** Blinded roles read by turns after each step, more of them where an arm was used, and all of them at the end. */
export const closely: Attention = {
  roles: 1,
  atArms: 5,
  thorough: false,
  surveys: false,
  knocks: true,
  acts: 'whole',
}

/** Every blinded role reads every page after every step, refused ones too: some ten times the work. */
export const mostClosely: Attention = {
  roles: 99,
  atArms: 99,
  thorough: true,
  surveys: true,
  knocks: true,
  acts: 'whole',
}

/** Worlds after the first of a link of a chain. At night each of the two chains has many links, and one that breaks stops no other. */
export const transitions = nightly ? 30 : 15
export const links = Array.from(
  { length: nightly ? Number(process.env['TRIALWRIGHT_WORLDS'] ?? 600) / 2 / transitions : 1 },
  (_, index) => index + 1,
)

/**
 * Pages are dealt out among the worlds of a family: each reads so small a part, and so many in turn read all of them. Of the 200 a
 * family has at night, 40 read each page; those of `chain.thorough` read everything.
 */
export const shares = 5
