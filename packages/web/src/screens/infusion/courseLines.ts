import type { Infusion } from '../../api/participantTypes.ts'
import type { Words } from '../../language/useWords.tsx'
import { vitals, vitalUnits } from './vitals.ts'

export interface Line {
  readonly time: string
  readonly text: string
}

/** In order of time; a reaction of a later day comes after, with its day. */
export function courseLines(
  infusion: Infusion,
  { t, number, day }: Pick<Words, 't' | 'number' | 'day'>,
): readonly Line[] {
  const lines: Line[] = []
  if (infusion.started !== undefined)
    lines.push({ time: infusion.started, text: [t('infusion.begun'), infusion.label].join(' · ') })
  for (const one of infusion.observations) {
    const values = vitals.flatMap((vital) =>
      one.vitals[vital] === undefined
        ? []
        : [`${t(`vital.${vital}`)} ${number(one.vitals[vital])} ${vitalUnits[vital]}`],
    )
    lines.push({ time: one.time, text: [...values, ...(one.note === undefined ? [] : [one.note])].join(' · ') })
  }
  for (const pause of infusion.interruptions) {
    lines.push({ time: pause.from, text: t('infusion.interrupted', { reason: pause.reason }) })
    if (pause.to !== undefined) lines.push({ time: pause.to, text: t('infusion.resumed') })
  }
  if (infusion.ended !== undefined)
    lines.push({
      time: infusion.ended.time,
      text: [t('infusion.ended', { volume: number(infusion.ended.volumeGiven) }), infusion.ended.reason]
        .filter(Boolean)
        .join(' · '),
    })
  const said = (reaction: Infusion['reactions'][number]) => t('infusion.reacted', { ...reaction })
  const later = infusion.reactions.filter((reaction) => reaction.day !== infusion.day)
  for (const reaction of infusion.reactions)
    if (reaction.day === infusion.day) lines.push({ time: reaction.time, text: said(reaction) })
  const when = (reaction: Infusion['reactions'][number]) => `${reaction.day} ${reaction.time}`
  return [
    ...lines.toSorted((a, b) => (a.time < b.time ? -1 : Number(a.time > b.time))),
    ...later
      .toSorted((a, b) => (when(a) < when(b) ? -1 : Number(when(a) > when(b))))
      .map((reaction) => ({ time: `${day(reaction.day)} ${reaction.time}`, text: said(reaction) })),
  ]
}
