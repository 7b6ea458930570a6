import type { CompiledEncounter, CompiledStudy, Text } from '@trialwright/protocol'

export type ScheduleStudy = Pick<CompiledStudy, 'encounters' | 'epochs' | 'procedures'>

export interface EpochSpan {
  readonly id: string
  readonly title: Text
  readonly start: number
  readonly count: number
}

/** Neighbouring encounters of one epoch, under one heading. */
export function epochSpans(study: ScheduleStudy): readonly EpochSpan[] {
  const spans: EpochSpan[] = []
  study.encounters.forEach((encounter, index) => {
    const last = spans.at(-1)
    if (last?.id === encounter.epoch) {
      spans[spans.length - 1] = { ...last, count: last.count + 1 }
    } else {
      const title = study.epochs.find((epoch) => epoch.id === encounter.epoch)?.title ?? { en: '', nb: '' }
      spans.push({ id: encounter.epoch, title, start: index, count: 1 })
    }
  })
  return spans
}

/** `±3`, `−42/+0`, `0`. */
export function windowInWords(
  { window: { early, late } }: Pick<CompiledEncounter, 'window'>,
  number: (value: number) => string,
): string {
  if (early === late) return early === 0 ? '0' : `±${number(early)}`
  return `${early === 0 ? '0' : `−${number(early)}`}/+${number(late)}`
}
