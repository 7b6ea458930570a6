import { participantPath, useRead } from '../../api/queries.ts'
import type { Signatures } from '../../api/signatureTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { useWords } from '../../language/useWords.tsx'
import { SignedCard } from './SignedCard.tsx'

/** The signature under one visit, on the visit's own page. */
export function VisitSignature({ zone }: { readonly zone: string }) {
  const { t } = useWords()
  const { study, code, encounter } = usePlace()
  const view = useRead<Signatures>(`${participantPath(study, code)}/signatures`, { every: 20_000 })
  const record = view.data?.visits.find((visit) => visit.encounter === encounter)
  if (record === undefined) return null
  return <SignedCard code={code} record={record} zone={zone} title={t('sign.ofVisit')} />
}
