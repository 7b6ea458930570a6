import type { Refusal, Text } from '@trialwright/protocol'

const again: Text = {
  en: 'Ask its maker for the file as it was written, and send it unopened.',
  nb: 'Be den som laget filen, om den slik den ble skrevet, og send den uåpnet.',
}

const texts = {
  notText: {
    en: 'The file is not plain text: it begins with a byte order mark, or holds signs beyond ASCII.',
    nb: 'Filen er ikke ren tekst: den begynner med byte order mark, eller har tegn utenfor ASCII.',
  },
  lineEnds: {
    en: 'A line does not end with one line feed alone, or the last line is not whole.',
    nb: 'En linje slutter ikke med nøyaktig ett linjeskift (LF), eller siste linje er ikke hel.',
  },
  notAList: {
    en: 'The first two lines are not those of a list file of version 1.',
    nb: 'De to første linjene er ikke de som hører til en listefil av versjon 1.',
  },
  otherStudy: { en: 'The file is made for another study.', nb: 'Filen er laget for en annen studie.' },
  noEnd: { en: 'The last line is not the end of a list.', nb: 'Siste linje er ikke slutten på en liste.' },
  rowCount: {
    en: 'The file does not hold as many rows as it says.',
    nb: 'Filen har ikke så mange rader som den oppgir.',
  },
  rowShape: {
    en: 'The row does not consist of stratum, slot, arm and check as they must be written.',
    nb: 'Raden består ikke av stratum, plass, arm og kontrollsum skrevet slik de skal.',
  },
  stratumUnknown: { en: 'The study has no such stratum.', nb: 'Studien har ikke dette stratumet.' },
  stratumOrder: {
    en: 'The strata do not come in the study’s order, each in one piece.',
    nb: 'Strataene kommer ikke i studiens rekkefølge, hvert for seg samlet.',
  },
  armUnknown: { en: 'The study has no such arm.', nb: 'Studien har ikke denne armen.' },
  slotOrder: {
    en: 'The slots of the stratum do not rise one by one from 1.',
    nb: 'Plassene i stratumet stiger ikke én for én fra 1.',
  },
  rowCheck: {
    en: 'The row’s check does not fit: stratum, slot, arm or key is another than when it was made.',
    nb: 'Radens kontrollsum stemmer ikke: stratum, plass, arm eller nøkkel er en annen enn da den ble laget.',
  },
  endCheck: {
    en: 'The check of the whole file does not fit.',
    nb: 'Kontrollsummen for hele filen stemmer ikke.',
  },
  stratumMissing: { en: 'A stratum of the study has no rows.', nb: 'Et stratum i studien har ingen rader.' },
  tooFewSlots: {
    en: 'A stratum has fewer slots than the study asks for.',
    nb: 'Et stratum har færre plasser enn studien krever.',
  },
  sortedByArm: {
    en: 'A stratum is sorted by arm: it was not left in the order drawn.',
    nb: 'Et stratum er sortert på arm: det er ikke beholdt i trukket rekkefølge.',
  },
  strataAlike: {
    en: 'Two strata have the same arms in the same order: one list was used twice.',
    nb: 'To strata har de samme armene i samme rekkefølge: én liste er brukt to ganger.',
  },
} as const satisfies Record<string, Text>

export type ListFileCode = keyof typeof texts

const remade: Text = {
  en: 'Let the list be drawn again, each stratum by itself and kept in the order drawn.',
  nb: 'La listen bli trukket på nytt, hvert stratum for seg og beholdt i trukket rekkefølge.',
}
const fitting: Text = {
  en: 'Compare the file with the study’s definition, and let it be made anew.',
  nb: 'Sammenlign filen med studiens definisjon, og la den bli laget på nytt.',
}
const remedies: Partial<Record<ListFileCode, Text>> = {
  sortedByArm: remade,
  strataAlike: remade,
  otherStudy: fitting,
  stratumUnknown: fitting,
  armUnknown: fitting,
  stratumMissing: fitting,
  tooFewSlots: fitting,
}

/** Why a file is not taken, at which line; it never tells what stands there, which could be an arm. */
export const refuseFile = (code: ListFileCode, line?: number): Refusal => ({
  code,
  ...(line !== undefined && { field: `line ${line}` }),
  reason: texts[code],
  remedy: remedies[code] ?? again,
})
