import type { Language } from '@trialwright/protocol'
import type { Finding } from '@trialwright/protocol/compile'
import { words } from './words.ts'
import { wrapped } from './wrap.ts'

export function findingLines(findings: readonly Finding[], language: Language): readonly string[] {
  const say = words[language]
  if (findings.length === 0) return [`  ${say.none}`]
  return findings.flatMap(({ severity, path, text }) =>
    wrapped(`${say[severity]}  ${path}: ${text[language]}`, '  ', '      '),
  )
}
