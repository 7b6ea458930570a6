import type { Refusal } from '@trialwright/protocol'
import { malformed } from '../refusals.ts'

/** What the schema validator says of one fault. */
export interface Fault {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Record<string, unknown>
}

/** A fault of form as a refusal that names the field; no part of what was sent is repeated. */
export function refusalOf(fault: Fault, part: string): Refusal {
  const inside = fault.params.missingProperty ?? fault.params.additionalProperty ?? fault.params.propertyName
  const path = fault.instancePath.split('/').slice(1).map(unescaped)
  if (typeof inside === 'string') path.push(inside)
  const field = path.join('.') || part
  const [reason, remedy] = words[fault.keyword] ?? other
  const limit = limitOf(fault)
  return malformed(field.slice(0, 200), [reason.en(limit), reason.nb(limit)], [remedy.en(limit), remedy.nb(limit)])
}

const unescaped = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

function limitOf({ params }: Fault): string {
  if (Array.isArray(params.allowedValues)) return params.allowedValues.join(', ')
  const limit = params.limit ?? params.allowedValue ?? params.type
  return typeof limit === 'string' || typeof limit === 'number' ? String(limit) : ''
}

type Sentence = { readonly en: (limit: string) => string; readonly nb: (limit: string) => string }

const sentence = (en: string, nb: string): Sentence => ({
  en: (limit) => en.replace('#', limit),
  nb: (limit) => nb.replace('#', limit),
})

const other = [
  sentence('This field has the wrong form.', 'Dette feltet har feil form.'),
  sentence('Write it as the interface description shows.', 'Skriv det slik grensesnittbeskrivelsen viser.'),
] as const

const words: Readonly<Record<string, readonly [Sentence, Sentence]>> = {
  required: [sentence('This field is missing.', 'Dette feltet mangler.'), sentence('Fill it in.', 'Fyll det ut.')],
  additionalProperties: [
    sentence('This field does not exist here.', 'Dette feltet finnes ikke her.'),
    sentence('Leave it out.', 'Utelat det.'),
  ],
  type: [
    sentence('This field has the wrong type.', 'Dette feltet har feil type.'),
    sentence('Send a value of type #.', 'Send en verdi av typen #.'),
  ],
  enum: [
    sentence('This is none of the permitted words.', 'Dette er ikke blant de tillatte ordene.'),
    sentence('Choose one of: #.', 'Velg ett av: #.'),
  ],
  minLength: [
    sentence('This text is too short.', 'Denne teksten er for kort.'),
    sentence('Write at least # characters.', 'Skriv minst # tegn.'),
  ],
  maxLength: [
    sentence('This text is too long.', 'Denne teksten er for lang.'),
    sentence('Write at most # characters.', 'Skriv høyst # tegn.'),
  ],
  minimum: [
    sentence('This number is too small.', 'Dette tallet er for lite.'),
    sentence('Give # or more.', 'Oppgi # eller mer.'),
  ],
  maximum: [
    sentence('This number is too large.', 'Dette tallet er for stort.'),
    sentence('Give # or less.', 'Oppgi # eller mindre.'),
  ],
  maxItems: [
    sentence('There are too many entries.', 'Det er for mange oppføringer.'),
    sentence('Send at most # at once.', 'Send høyst # om gangen.'),
  ],
  maxProperties: [
    sentence('There are too many entries.', 'Det er for mange oppføringer.'),
    sentence('Send at most # at once.', 'Send høyst # om gangen.'),
  ],
  pattern: [
    sentence('This is not written as it must be.', 'Dette er ikke skrevet slik det må.'),
    sentence(
      'Write days as 2026-11-22, times as 14:05, instants with their offset, names as the study definition has them.',
      'Skriv dager som 2026-11-22, klokkeslett som 14:05, tidspunkt med tidssone, navn slik studiedefinisjonen har dem.',
    ),
  ],
}
