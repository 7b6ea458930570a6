import { digestOf } from '../digest.ts'
import type { ImportedList } from './import/importedList.ts'
import type { RandomisationList } from './list.ts'
import type { SealedNumbers } from './numbers.ts'

/**
 * What is published before the study opens: SHA-256, hex, of the list's or the numbers' canonical JSON (RFC 8785), salt
 * included. Whoever is shown it later can tell that it is the one sealed then.
 */
export const commitmentOf = (list: RandomisationList | ImportedList | SealedNumbers): string => digestOf(list)
