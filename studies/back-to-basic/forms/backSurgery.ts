import { defineForm } from '@trialwright/protocol'

/** A log: all that was ever done, and what comes. */
export const backSurgery = defineForm(
  'backSurgery',
  {
    title: { en: 'Surgery of the low back', nb: 'Operasjoner i korsryggen' },
    blinding: 'open',
    filledBy: 'site',
    burden: 'question',
  },
  {
    operations: {
      type: 'repeat',
      question: { en: 'Operations', nb: 'Operasjoner' },
      selfCheck: { en: 'Have you ever had an operation on your back?', nb: 'Har du noen gang vært operert i ryggen?' },
      of: {
        kind: {
          type: 'coded',
          codes: {
            discHerniation: { en: 'Disc herniation', nb: 'Skiveprolaps' },
            decompression: { en: 'Decompression', nb: 'Dekompresjon' },
            fusion: { en: 'Fusion', nb: 'Avstivning' },
            discProsthesis: { en: 'Disc prosthesis', nb: 'Skiveprotese' },
            other: { en: 'Other', nb: 'Annet' },
          },
          question: { en: 'Kind', nb: 'Type' },
        },
        level: {
          type: 'coded',
          codes: {
            Th12L1: { en: 'Th12–L1', nb: 'Th12–L1' },
            L1L2: { en: 'L1–L2', nb: 'L1–L2' },
            L2L3: { en: 'L2–L3', nb: 'L2–L3' },
            L3L4: { en: 'L3–L4', nb: 'L3–L4' },
            L4L5: { en: 'L4–L5', nb: 'L4–L5' },
            L5S1: { en: 'L5–S1', nb: 'L5–S1' },
          },
          question: { en: 'Level', nb: 'Nivå' },
          help: { en: 'One row for each level.', nb: 'Én rad for hvert nivå.' },
        },
        date: { type: 'date', partial: true, question: { en: 'Date of surgery', nb: 'Operasjonsdato' } },
      },
    },
  },
)
