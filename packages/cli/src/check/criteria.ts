import type { Language, Study } from '@trialwright/protocol'
import { words } from './words.ts'
import { wrapped } from './wrap.ts'

/** Each criterion: its sentence, what decides it, how an ambiguity was read, which assumptions it rests on. */
export function criterionLines(study: Study, language: Language): readonly string[] {
  const say = words[language]
  return study.compiled.criteria.flatMap((criterion) => [
    ...wrapped(`${criterion.id} (${say[criterion.type]})  ${criterion.text[language]}`, '  ', '       '),
    ...(criterion.appliesTo
      ? wrapped(`${say.concerns}: ${study.state(criterion.appliesTo)[language]}`, '       ')
      : []),
    ...wrapped(`${say.decided}: ${study.state(criterion.holds)[language]}`, '       '),
    ...(criterion.reading ? wrapped(`${say.reading}: ${criterion.reading[language]}`, '       ') : []),
    ...(criterion.judgement ? [`       ${say.judgement}`] : []),
    ...(criterion.assumes.length > 0 ? [`       ${say.rests}: ${criterion.assumes.join(', ')}`] : []),
  ])
}
