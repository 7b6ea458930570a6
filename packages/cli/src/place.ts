import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole product. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

export const inRoot = (...parts: readonly string[]): string => path.join(root, ...parts)
