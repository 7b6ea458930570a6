import { below, type Draw } from '../randomisation/draw.ts'

/** Makes another file of a good one; where chance has a say, from `draw`. */
export type Damage = (file: Uint8Array, draw: Draw) => Uint8Array

const text = (file: Uint8Array): string => Buffer.from(file).toString('latin1')
const bytes = (changed: string): Uint8Array => Buffer.from(changed, 'latin1')

/** Lines without their ends; the first two and the last frame the rows. */
const onLines =
  (change: (lines: readonly string[], draw: Draw) => readonly string[]): Damage =>
  (file, draw) =>
    bytes(`${change(text(file).slice(0, -1).split('\n'), draw).join('\n')}\n`)

const onRows = (change: (rows: readonly string[], draw: Draw) => readonly string[]): Damage =>
  onLines((lines, draw) => [...lines.slice(0, 2), ...change(lines.slice(2, -1), draw), lines.at(-1)!])

const onOneRow = (change: (row: string, draw: Draw) => string): Damage =>
  onRows((rows, draw) => {
    const at = below(rows.length, draw)
    return rows.with(at, change(rows[at]!, draw))
  })

const fields = (row: string): readonly string[] => row.split(',')
const withField = (row: string, at: number, value: string): string => fields(row).with(at, value).join(',')
const arms = (rows: readonly string[]): readonly string[] => [...new Set(rows.map((row) => fields(row)[2]!))].toSorted()

/** Two different places among so many. */
function two(count: number, draw: Draw): readonly [number, number] {
  const one = below(count, draw)
  return [one, (one + 1 + below(count - 1, draw)) % count]
}

const exchanged = <T>(items: readonly T[], [one, other]: readonly [number, number]): readonly T[] =>
  items.with(one, items[other]!).with(other, items[one]!)

const otherHex = (digit: string, draw: Draw): string => '0123456789abcdef'.replace(digit, '')[below(15, draw)]!

/** Ways in which files were or may be spoilt between the one who draws the list and the one who seals it. */
export const damages: Readonly<Record<string, Damage>> = {
  'two rows exchanged': onRows((rows, draw) => exchanged(rows, two(rows.length, draw))),
  'two arms exchanged': onRows((rows, draw) => {
    const at = below(rows.length, draw)
    const others = rows.map((_, index) => index).filter((index) => fields(rows[index]!)[2] !== fields(rows[at]!)[2])
    const other = others[below(others.length, draw)]!
    const [one, two_] = [fields(rows[at]!)[2]!, fields(rows[other]!)[2]!]
    return rows.with(at, withField(rows[at]!, 2, two_)).with(other, withField(rows[other]!, 2, one))
  }),
  'one arm altered': onRows((rows, draw) => {
    const at = below(rows.length, draw)
    return rows.with(at, withField(rows[at]!, 2, arms(rows).find((arm) => arm !== fields(rows[at]!)[2])!))
  }),
  'all arms turned round': onRows((rows) => {
    const [one, other] = arms(rows)
    return rows.map((row) => withField(row, 2, fields(row)[2] === one ? other! : one!))
  }),
  'the arms of one stratum turned round': onRows((rows, draw) => {
    const [one, other] = arms(rows)
    const strata = [...new Set(rows.map((row) => fields(row)[0]))]
    const chosen = strata[below(strata.length, draw)]
    return rows.map((row) =>
      fields(row)[0] === chosen ? withField(row, 2, fields(row)[2] === one ? other! : one!) : row,
    )
  }),
  'a stratum renamed': onRows((rows, draw) => {
    const strata = [...new Set(rows.map((row) => fields(row)[0]!))]
    const chosen = strata[below(strata.length, draw)]!
    const name = [`${chosen}2`, chosen.toUpperCase(), `${chosen}ern`, chosen.slice(1)][below(4, draw)]!
    return rows.map((row) => (fields(row)[0] === chosen ? withField(row, 0, name) : row))
  }),
  'two strata exchanged by name': onRows((rows, draw) => {
    const strata = [...new Set(rows.map((row) => fields(row)[0]!))]
    const [one, other] = two(strata.length, draw).map((at) => strata[at]!)
    return rows.map((row) => {
      const stratum = fields(row)[0]
      return stratum === one ? withField(row, 0, other!) : stratum === other ? withField(row, 0, one!) : row
    })
  }),
  'sorted by arm': onRows((rows) => rows.toSorted((a, b) => (fields(a)[2]! < fields(b)[2]! ? -1 : 1))),
  'sorted by arm and numbered anew': onRows((rows) =>
    rows
      .toSorted((a, b) => (fields(a)[2]! < fields(b)[2]! ? -1 : 1))
      .map((row, index) => withField(withField(row, 0, fields(rows[index]!)[0]!), 1, fields(rows[index]!)[1]!)),
  ),
  'sorted by slot': onRows((rows) => rows.toSorted((a, b) => Number(fields(a)[1]) - Number(fields(b)[1]))),
  'turned upside down': onRows((rows) => rows.toReversed()),
  shuffled: onRows((rows, draw) => {
    const order = rows.map((row) => ({ row, place: below(2 ** 32, draw) }))
    return order.toSorted((a, b) => a.place - b.place).map(({ row }) => row)
  }),
  'one row lost': onRows((rows, draw) => rows.toSpliced(below(rows.length, draw), 1)),
  'the last row lost': onRows((rows) => rows.slice(0, -1)),
  'the first row lost': onRows((rows) => rows.slice(1)),
  'many rows lost': onRows((rows, draw) => rows.slice(0, below(rows.length, draw))),
  'a stratum lost': onRows((rows, draw) => {
    const strata = [...new Set(rows.map((row) => fields(row)[0]))]
    const chosen = strata[below(strata.length, draw)]
    return rows.filter((row) => fields(row)[0] !== chosen)
  }),
  'one row twice': onRows((rows, draw) => {
    const at = below(rows.length, draw)
    return rows.toSpliced(at, 0, rows[at]!)
  }),
  'an empty row': onRows((rows, draw) => rows.toSpliced(below(rows.length, draw), 0, '')),
  'a slot renumbered': onOneRow((row, draw) => withField(row, 1, String(Number(fields(row)[1]) + 1 + below(9, draw)))),
  'a slot written otherwise': onOneRow((row, draw) => {
    const slot = fields(row)[1]!
    return withField(
      row,
      1,
      [`0${slot}`, `+${slot}`, `${slot}.0`, `${slot} `, ` ${slot}`, `${slot}e0`][below(6, draw)]!,
    )
  }),
  'an arm nobody knows': onOneRow((row, draw) => withField(row, 2, ['third', 'A', '', '1', 'null'][below(5, draw)]!)),
  'a check of another row': onRows((rows, draw) => {
    const [one, other] = two(rows.length, draw)
    return rows.with(one, withField(rows[one]!, 3, fields(rows[other]!)[3]!))
  }),
  'a digit of a check': onOneRow((row, draw) => {
    const check = fields(row)[3]!
    const at = below(check.length, draw)
    return withField(row, 3, check.slice(0, at) + otherHex(check[at]!, draw) + check.slice(at + 1))
  }),
  'a check in capitals': onOneRow((row) => withField(row, 3, fields(row)[3]!.toUpperCase())),
  'a check cut short': onOneRow((row, draw) => withField(row, 3, fields(row)[3]!.slice(0, below(64, draw)))),
  'quotes as a spreadsheet writes them': onRows((rows) =>
    rows.map((row) =>
      fields(row)
        .map((field) => `"${field}"`)
        .join(','),
    ),
  ),
  'semicolons as a Norwegian spreadsheet writes them': onLines((lines) =>
    lines.map((line) => line.replaceAll(',', ';')),
  ),
  'a column more': onRows((rows) => rows.map((row) => `${row},`)),
  'columns exchanged': onRows((rows) => rows.map((row) => exchanged(fields(row), [1, 2]).join(','))),
  'a space at an end': onOneRow((row) => `${row} `),
  'a byte order mark': (file) => Uint8Array.of(0xef, 0xbb, 0xbf, ...file),
  'UTF-16': (file) => Buffer.from(text(file), 'utf16le'),
  'carriage returns': (file) => bytes(text(file).replaceAll('\n', '\r\n')),
  'one carriage return': (file, draw) => {
    const ends = [...text(file).matchAll(/\n/g)].map(({ index }) => index)
    const at = ends[below(ends.length, draw)]!
    return bytes(`${text(file).slice(0, at)}\r${text(file).slice(at)}`)
  },
  'no last line feed': (file) => file.slice(0, -1),
  'a line feed more': (file) => bytes(`${text(file)}\n`),
  'cut off anywhere': (file, draw) => file.slice(0, below(file.length, draw)),
  'one bit turned': (file, draw) => {
    const at = below(file.length, draw)
    return file.slice().map((byte, index) => (index === at ? byte ^ (1 << below(8, draw)) : byte))
  },
  'a byte of nothing': (file, draw) => {
    const at = below(file.length, draw)
    return file.slice().map((byte, index) => (index === at ? 0 : byte))
  },
  'the end lost': onLines((lines) => lines.slice(0, -1)),
  'the end of another count': onLines((lines) =>
    lines.with(
      -1,
      lines.at(-1)!.replace(/\d+/, (count) => `${Number(count) - 1}`),
    ),
  ),
  'the heading lost': onLines((lines) => lines.toSpliced(1, 1)),
  'the first line lost': onLines((lines) => lines.slice(1)),
  'another version': onLines((lines) => lines.with(0, lines[0]!.replace(',1,', ',2,'))),
  'another study': onLines((lines) => lines.with(0, lines[0]!.replace(/,1,[^,]+,/, ',1,other,'))),
  'the file twice': (file) => Buffer.concat([file, file]),
  'nothing at all': () => new Uint8Array(),
  'only a heading': onLines((lines) => lines.slice(0, 2)),
}
