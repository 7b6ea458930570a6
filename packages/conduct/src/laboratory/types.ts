import type { Refusal, Text } from '@trialwright/protocol'
import type { FileOrigin } from '../forms/origin.ts'

/** How a file of results is written, as whoever sends it says. Nothing of it is guessed. */
export interface FileFormat {
  readonly separator: ';' | ','
  readonly decimal: ',' | '.'
  readonly dates: DateFormat
}

export const dateFormats = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const
export type DateFormat = (typeof dateFormats)[number]

/** Where something stands in the file: its line, counted from 1, and the name of its column. */
export interface Spot {
  readonly line?: number
  readonly column?: string
}

export interface FileRefusal extends Spot {
  readonly refusal: Refusal
}

/** A result as the file has it, addressed to its item. */
export interface ReadResult {
  readonly form: string
  readonly item: string
  /** As in the heading, `laboratory.haemoglobin`. */
  readonly column: string
  readonly typed: string
  readonly unit?: string
}

export interface ReadRow {
  readonly line: number
  readonly participant: string
  /** Named in the file; otherwise the sampling day tells it. */
  readonly encounter?: string
  /** Day of sampling, `2026-11-22`. */
  readonly sampled: string
  readonly origin: FileOrigin
  readonly results: readonly ReadResult[]
}

/** What would become of a result: recorded, there already and equal, in the place of another, or refused. */
export type ResultState = 'new' | 'equal' | 'changed' | 'refused'

export interface ResultPreview {
  readonly line: number
  readonly participant: string
  readonly encounter?: string
  readonly sampled: string
  readonly form: string
  readonly item: string
  readonly column: string
  readonly state: ResultState
  /** As in the file. */
  readonly typed: string
  /** As a person reads it, in the unit it was reported in. */
  readonly shown?: Text
  /** In the unit of the item, where another was reported. */
  readonly converted?: Text
  /** What it would replace. */
  readonly previous?: Text
  /** Asked about: the value is kept only when it is confirmed, by line and column. */
  readonly unusual?: Refusal
}

/** What would be recorded, before anything is. */
export interface LaboratoryPreview {
  readonly file: FileFacts
  /** The file was taken before. */
  readonly taken?: { readonly at: string; readonly by: string; readonly name: string }
  readonly refusals: readonly FileRefusal[]
  readonly results: readonly ResultPreview[]
  readonly counts: Readonly<Record<ResultState, number>>
  /** Names what was seen here; accepting anything else is refused. */
  readonly seen: string
}

export interface FileFacts {
  readonly name: string
  /** SHA-256 of its bytes, hex. */
  readonly hash: string
  /** Lines with results. */
  readonly rows: number
}
