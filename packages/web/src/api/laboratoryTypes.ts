import type { Refusal, Text } from '@trialwright/protocol'

export interface FileFormat {
  readonly separator: ';' | ','
  readonly decimal: ',' | '.'
  readonly dates: string
}

/** A file as it is sent: its bytes in base64, and how it is written. */
export interface SentFile {
  readonly file: string
  readonly name: string
  readonly laboratory: string
  readonly format: FileFormat
}

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
  readonly typed: string
  readonly shown?: Text
  readonly converted?: Text
  readonly previous?: Text
  readonly unusual?: Refusal
}

export interface FileRefusal {
  readonly line?: number
  readonly column?: string
  readonly refusal: Refusal
}

export interface FilePreview {
  readonly file: { readonly name: string; readonly hash: string; readonly rows: number }
  readonly taken?: { readonly at: string; readonly by: string; readonly name: string }
  readonly refusals: readonly FileRefusal[]
  readonly results: readonly ResultPreview[]
  readonly counts: Readonly<Record<ResultState, number>>
  readonly corrects: boolean
  readonly seen: string
}

export interface FilesPage {
  readonly columns: readonly string[]
  readonly laboratories: readonly string[]
  readonly mostRows: number
  readonly mostBytes: number
  readonly toImport: readonly Refusal[]
  readonly files: readonly {
    readonly name: string
    readonly hash: string
    readonly rows: number
    readonly at: string
    readonly by: string
    readonly laboratory: string
    readonly counts: { readonly new: number; readonly equal: number; readonly changed: number }
    readonly reason?: string
  }[]
}
