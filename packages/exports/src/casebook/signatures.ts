import { signaturesView } from '@trialwright/conduct'
import type { Text } from '@trialwright/protocol'
import type { CasebookOf } from './casebook.ts'
import type { SignatureLine } from './types.ts'
import { words } from './words.ts'

const meanings: Readonly<Record<string, Text>> = {
  confirmsEligibility: { en: 'Confirms eligibility', nb: 'Bekrefter egnethet' },
  reviewedVisit: { en: 'Has reviewed the visit’s data', nb: 'Har gått gjennom dataene fra besøket' },
  reviewedCasebook: { en: 'Has reviewed all data', nb: 'Har gått gjennom alle dataene' },
}

/** The signature under the decision to include, if there is one. */
export function signed({ state, language }: CasebookOf): readonly SignatureLine[] {
  const { confirmed } = state.screening
  if (confirmed === undefined) return []
  const { printedName, at, meaning } = confirmed.signature
  return [
    {
      what: words.eligibility[language],
      meaning: meanings[meaning]?.[language] ?? meaning,
      name: printedName,
      at,
      standing: words.valid[language],
    },
  ]
}

/** Signatures under visits and the whole casebook. What changed since makes one void, and it stays here as such. */
export function reviewed({ study, state, context, language }: CasebookOf): readonly SignatureLine[] {
  const { visits, casebook } = signaturesView(study, state, context)
  return [...visits, casebook].flatMap(({ title, standing, signatures }) =>
    signatures.map(({ printedName, at, meaning }, index) => ({
      what: title[language],
      meaning: meanings[meaning]?.[language] ?? meaning,
      name: printedName,
      at,
      standing: words[index === signatures.length - 1 && standing === 'valid' ? 'valid' : 'void'][language],
    })),
  )
}
