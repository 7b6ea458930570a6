import type { ParticipantData } from './data.ts'

/**
 * Keeps what was made of parts, by participant and name, and gives it again while every part is the same: a command changes
 * little of what a participant's later states share. Kept by the consent, which they share until it changes.
 */
export function keeping<Made>() {
  const kept = new WeakMap<object, Map<string, { readonly parts: readonly unknown[]; readonly made: Made }>>()
  return (
    { consent }: Pick<ParticipantData, 'consent'>,
    name: string,
    parts: readonly unknown[],
    make: () => Made,
  ): Made => {
    const ofParticipant = kept.get(consent) ?? new Map()
    kept.set(consent, ofParticipant)
    const before = ofParticipant.get(name)
    if (before?.parts.length === parts.length && parts.every((part, index) => part === before.parts[index]))
      return before.made
    const made = make()
    ofParticipant.set(name, { parts, made })
    return made
  }
}
