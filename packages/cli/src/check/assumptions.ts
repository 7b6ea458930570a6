import type { CompiledStudy, Language } from '@trialwright/protocol'
import { words } from './words.ts'
import { wrapped } from './wrap.ts'

/** Every value no source fixes, why it was chosen, and the question that would settle it. */
export function assumptionLines({ assumptions }: CompiledStudy, language: Language): readonly string[] {
  const say = words[language]
  return assumptions.flatMap(({ id, title, why, question, confirmed }) => [
    ...wrapped(
      `${id}: ${title[language]} (${confirmed ? `${say.confirmed} ${confirmed.by}` : say.open})`,
      '  ',
      '      ',
    ),
    ...wrapped(why, '      '),
    ...wrapped(`${say.question}: ${question}`, '      '),
  ])
}
