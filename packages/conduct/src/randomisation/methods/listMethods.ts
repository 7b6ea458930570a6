import { biasedCoin } from './biasedCoin.ts'
import { bigStick } from './bigStick.ts'
import type { ListMethod } from './method.ts'
import { permutedBlocks } from './permutedBlocks.ts'
import { simple } from './simple.ts'

/** The methods whose whole list is drawn and sealed before the study opens, by the name a specification calls them. */
export const listMethods = { simple, permutedBlocks, bigStick, biasedCoin } as const satisfies Record<
  string,
  ListMethod
>

export type ListMethodName = keyof typeof listMethods

export const listMethod = (name: ListMethodName): ListMethod => listMethods[name]
