import type { Tried } from '../../api/randomisationTypes.ts'
import { useWords } from '../../language/useWords.tsx'

/** The share that the better of the two guessers names in advance. */
export const guessedShare = ({ characteristics: { guessed } }: Tried): number =>
  Math.max(guessed.convergence.mean, guessed.best.mean)

export function usePercent(): (share: number, decimals: number) => string {
  const { number } = useWords()
  return (share, decimals) => `${number(share * 100, decimals)} %`
}
