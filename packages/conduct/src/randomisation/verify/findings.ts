import type { Text } from '@trialwright/protocol'

/** What does not agree. The sentences name places and participants, never an arm. */
export type AllocationFinding =
  | { readonly code: 'nothingSealed' | 'revealUnreadable' | 'notDrawnFromSeed' | 'commitmentBroken' | 'keptDiffers' }
  | { readonly code: 'slotDiffers'; readonly stratum: string; readonly slot: number }
  | { readonly code: 'armDiffers' | 'tableDiffers' | 'allocatedTwice' | 'notRandomised'; readonly participant: string }
  | { readonly code: 'notAllocated' | 'stratumDiffers' | 'levelsUnknown'; readonly participant: string }
  | { readonly code: 'orderBroken'; readonly stratum: string; readonly slot: number; readonly participant: string }

/** What was found, in words. */
export function describeFinding(finding: AllocationFinding): Text {
  switch (finding.code) {
    case 'nothingSealed':
      return { en: 'No randomisation list was sealed.', nb: 'Ingen randomiseringsliste er forseglet.' }
    case 'revealUnreadable':
      return {
        en: 'The sealed event does not hold a list that can be read.',
        nb: 'Den forseglede hendelsen inneholder ingen lesbar liste.',
      }
    case 'notDrawnFromSeed':
      return {
        en: 'The sealed list is not the one its seed and specification give.',
        nb: 'Den forseglede listen er ikke den frøet og spesifikasjonen gir.',
      }
    case 'commitmentBroken':
      return {
        en: 'The sealed list does not have the commitment that was published before the study opened.',
        nb: 'Den forseglede listen har ikke kontrollsummen som ble offentliggjort før studien åpnet.',
      }
    case 'keptDiffers':
      return {
        en: 'The commitment in the open log is not the one that was kept elsewhere.',
        nb: 'Kontrollsummen i den åpne loggen er ikke den som ble tatt vare på et annet sted.',
      }
    case 'slotDiffers':
      return {
        en: `Slot ${finding.slot} of stratum ${finding.stratum} is not as it was sealed.`,
        nb: `Plass ${finding.slot} i stratum ${finding.stratum} er ikke slik den ble forseglet.`,
      }
    case 'armDiffers':
      return {
        en: `Participant ${finding.participant} did not get the arm of the slot that was taken.`,
        nb: `Deltaker ${finding.participant} fikk ikke armen til plassen som ble tatt.`,
      }
    case 'tableDiffers':
      return {
        en: `The table of allocations and the sealed event of participant ${finding.participant} do not agree.`,
        nb: `Tildelingstabellen og den forseglede hendelsen for deltaker ${finding.participant} stemmer ikke overens.`,
      }
    case 'allocatedTwice':
      return {
        en: `Participant ${finding.participant} was allocated more than once.`,
        nb: `Deltaker ${finding.participant} er tildelt mer enn én gang.`,
      }
    case 'notRandomised':
      return {
        en: `Participant ${finding.participant} has an allocation but was not randomised in the open log.`,
        nb: `Deltaker ${finding.participant} har en tildeling, men er ikke randomisert i den åpne loggen.`,
      }
    case 'notAllocated':
      return {
        en: `Participant ${finding.participant} was randomised in the open log but has no allocation.`,
        nb: `Deltaker ${finding.participant} er randomisert i den åpne loggen, men har ingen tildeling.`,
      }
    case 'stratumDiffers':
      return {
        en: `Participant ${finding.participant} was allocated in another stratum than the open log says.`,
        nb: `Deltaker ${finding.participant} er tildelt i et annet stratum enn den åpne loggen sier.`,
      }
    case 'levelsUnknown':
      return {
        en: `Participant ${finding.participant} was minimised, but the open log does not tell a level of every factor.`,
        nb: `Deltaker ${finding.participant} ble minimert, men den åpne loggen forteller ikke et nivå av hver faktor.`,
      }
    case 'orderBroken':
      return {
        en: `Stratum ${finding.stratum}: participant ${finding.participant} took slot ${finding.slot} out of turn.`,
        nb: `Stratum ${finding.stratum}: deltaker ${finding.participant} tok plass ${finding.slot} utenfor tur.`,
      }
  }
}
