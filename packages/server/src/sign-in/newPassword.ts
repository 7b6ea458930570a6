import type { Refusal } from '@trialwright/protocol'
import { passwordCommon, passwordShort } from '../refusals-people.ts'
import { commonWords } from './commonWords.ts'

/** A password that opens an account alone has at least so many characters. */
export const leastLength = 15

/** What is left of it must be at least this long once everything that everybody tries is taken away. */
const leastOwn = 6

/**
 * Why a new password is not taken: too short, or made of what guessers try first: words of the common list, the
 * person's own name, rows of the keyboard, years and other numbers, repetition.
 */
export function newPasswordRefusals(password: string, own: readonly string[]): readonly Refusal[] {
  const text = password.normalize('NFC')
  if ([...text].length < leastLength) return [passwordShort]
  return isCommon(text, own) ? [passwordCommon] : []
}

export function isCommon(password: string, own: readonly string[]): boolean {
  // Years and other rows of digits, before single digits are read as letters.
  let rest = plain(password.replaceAll(/\d{2,}/g, ''))
  const words = [...commonWords, ...own.flatMap((name) => name.split(/[\s.@-]+/)).map(plain)]
  for (const word of words.filter(({ length }) => length >= 3).toSorted((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, '')
  const letters = rest.replaceAll(/[^\p{L}]/gu, '')
  return [...letters].length < leastOwn || new Set(letters).size < 4 || /^(.{1,8}?)\1+.{0,7}$/u.test(letters)
}

/** Capitals, and the digits people put for letters, hide nothing. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('@', 'a')
    .replaceAll('5', 's')
    .replaceAll('$', 's')
