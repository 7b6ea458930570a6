import type { OperatingCharacteristics } from './operatingCharacteristics.ts'

/** Above this share of right guesses a scheme opens only when somebody has signed for it. */
export const guessableLimit = 0.7

/** The share that the better of the two guessers names in advance. */
export const guessedShare = ({ guessed }: OperatingCharacteristics): number =>
  Math.max(guessed.convergence.mean, guessed.best.mean)

/** Whether a share of right guesses is above the limit; rounding in a mean does not count. */
export const isGuessable = (share: number): boolean => share > guessableLimit + 1e-9

/** Whether a guesser beats the limit, so that the scheme needs a sign-off to open. */
export const needsSignOff = (report: OperatingCharacteristics): boolean => isGuessable(guessedShare(report))
