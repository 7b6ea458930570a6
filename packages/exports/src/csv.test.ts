import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test.each([
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ['+1+cmd|/C calc!A0', `"'+1+cmd|/C calc!A0"`],
  ['-2+3', `"'-2+3"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  [' =1', `"' =1"`],
  ['\t=1', `"'\t=1"`],
  ['＝1', `"'＝1"`],
  ['-5', '-5'],
  ['-5.25', '-5.25'],
  ['80 kg', '80 kg'],
  ['a "b", c', '"a ""b"", c"'],
  ['line\nbreak', '"line\nbreak"'],
  ['', ''],
])('given the text %j, then the cell %j: a spreadsheet calculates nothing', (text, cell) => {
  expect(csvLine([text])).toBe(`${cell}\r\n`)
})

test('given nothing for a cell, then it is empty and the line keeps its width', () => {
  expect(csvLine(['a', undefined, 3])).toBe('a,,3\r\n')
})
