import { inflateRawSync } from 'node:zlib'

/** One way a word can lie in bytes. */
interface Form {
  readonly name: string
  readonly bytes: Buffer
}

/** The letters of base64 that stand for a word alone, whatever stands before and after it. */
const base64 = (word: Buffer, shift: number): Buffer => {
  const padded = Buffer.concat([Buffer.alloc(shift), word]).toString('base64')
  const from = Math.ceil((shift * 8) / 6)
  const to = Math.floor(((shift + word.length) * 8) / 6)
  return Buffer.from(padded.slice(from, to))
}

const formsOf = (word: string): readonly Form[] => {
  const bytes = Buffer.from(word)
  return [
    { name: 'as it is', bytes },
    { name: 'in capitals', bytes: Buffer.from(word.toUpperCase()) },
    { name: 'backwards', bytes: Buffer.from([...word].toReversed().join('')) },
    { name: 'in two-byte letters', bytes: Buffer.from(word, 'utf16le') },
    { name: 'in hexadecimal', bytes: Buffer.from(bytes.toString('hex')) },
    { name: 'in hexadecimal capitals', bytes: Buffer.from(bytes.toString('hex').toUpperCase()) },
    ...[0, 1, 2].map((shift) => ({ name: `in base64, ${shift}`, bytes: base64(bytes, shift) })),
  ]
}

export interface Finding {
  readonly word: string
  readonly form: string
  /** The bytes around it. */
  readonly around: string
}

/** Every form in which one of the words lies openly in the bytes; one finding for each. */
export function foundIn(bytes: Buffer, words: readonly string[]): readonly Finding[] {
  return words.flatMap((word) =>
    formsOf(word).flatMap(({ name, bytes: form }) => {
      const at = bytes.indexOf(form)
      return at < 0
        ? []
        : [{ word, form: name, around: bytes.subarray(Math.max(0, at - 60), at + 60).toString('latin1') }]
    }),
  )
}

/** As `foundIn`, also inside what is compressed, or compressed and written as base64. */
export function foundWithin(bytes: Buffer, words: readonly string[]): readonly Finding[] {
  const packed = [...compressedIn(bytes), ...base64In(bytes).flatMap((inner) => [inner, ...compressedIn(inner)])]
  return [
    ...foundIn(bytes, words),
    ...packed.flatMap((inner) => foundIn(inner, words).map((found) => ({ ...found, form: `${found.form}, packed` }))),
  ]
}

/** How gzip and zlib begin, and how many bytes come before what is compressed. */
const beginnings = [
  { start: Buffer.from([0x1f, 0x8b, 0x08]), head: 10 },
  { start: Buffer.from([0x78, 0x01]), head: 2 },
  { start: Buffer.from([0x78, 0x5e]), head: 2 },
  { start: Buffer.from([0x78, 0x9c]), head: 2 },
  { start: Buffer.from([0x78, 0xda]), head: 2 },
]

function compressedIn(bytes: Buffer): readonly Buffer[] {
  return beginnings.flatMap(({ start, head }) => {
    const opened: Buffer[] = []
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
      try {
        opened.push(inflateRawSync(bytes.subarray(at + head), { maxOutputLength: 10_000_000 }))
      } catch {
        // bytes that only look like a beginning
      }
    }
    return opened
  })
}

const base64In = (bytes: Buffer): readonly Buffer[] =>
  [...bytes.toString('latin1').matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)].map(([text]) => Buffer.from(text, 'base64'))
