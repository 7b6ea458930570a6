import type { CompiledStudy, Language } from '@trialwright/protocol'
import { words } from './words.ts'
import { table } from './wrap.ts'

/** The encounters as the protocol's schedule table has them. */
export function scheduleLines({ encounters }: CompiledStudy, language: Language): readonly string[] {
  const say = words[language]
  const rows = encounters.map(({ short, title, anchor, at, window, contact, forms, administers }) => [
    short[language],
    title[language],
    `${say.anchors[anchor]} + ${at.value} ${say.units[at.unit]}`,
    window.early === 0 && window.late === 0 ? '' : `−${window.early} … +${window.late} d`,
    administers ? `${say.contacts[contact]}, ${say.infusion}` : say.contacts[contact],
    String(forms.length),
  ])
  return table(['', say.encounter, say.when, say.window, say.contact, say.forms], rows)
}
