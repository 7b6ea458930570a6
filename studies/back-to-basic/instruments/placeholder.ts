import type { Text } from '@trialwright/protocol'

/** Answers by number: the licensed wording comes from a site's own pack and is never shipped. */
export const levels = <const Code extends string>(...codes: readonly Code[]): Readonly<Record<Code, Text>> =>
  Object.fromEntries(codes.map((code) => [code, { en: `Answer ${code}`, nb: `Svar ${code}` }])) as Record<Code, Text>

/** The same item under each name, with a neutral question made from its number. */
export const numbered = <const Name extends string, Item>(
  names: readonly Name[],
  item: (number: number) => Item,
): Readonly<Record<Name, Item>> =>
  Object.fromEntries(names.map((name, index) => [name, item(index + 1)])) as Record<Name, Item>
