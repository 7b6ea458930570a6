import { readFileSync } from 'node:fs'
import { everyNode, itemsOf } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { describe, expect, it } from 'vitest'
import { backToBasic } from './index.ts'

const { criteria, forms, assumptions } = compileStudy(backToBasic)
const record = readFileSync(new URL('registry-record.txt', import.meta.url), 'utf8')

/** The sentences of a section, a line that does not begin a new one joined to the one before by a line break. */
const sentences = (from: string, to: string) =>
  record
    .slice(record.indexOf(from) + from.length, record.indexOf(to))
    .trim()
    .split(/\n?^- /m)
    .slice(1)

const englishOf = (type: 'inclusion' | 'exclusion') =>
  criteria.filter((criterion) => criterion.type === type).map(({ text }) => text.en)

describe('the registry’s record', () => {
  it('has the same inclusion criteria, word for word and in its order', () => {
    expect(englishOf('inclusion')).toEqual(sentences('Inclusion Criteria:', 'Exclusion criteria:'))
    expect(englishOf('inclusion')).toHaveLength(3)
  })

  it('has the same exclusion criteria, word for word and in its order', () => {
    expect(englishOf('exclusion')).toEqual(sentences('Exclusion criteria:', 'Sites / Locations'))
    expect(englishOf('exclusion')).toHaveLength(31)
  })

  it('names the same six sites', () => {
    const named = sentences('Sites / Locations', 'Arms of the Study').map((name) =>
      name.split(' ').slice(0, 2).join(' '),
    )
    const titles = Object.values(backToBasic.sites).map(({ title }) => title.en)
    for (const name of named) expect(titles.some((title) => title.startsWith(name))).toBe(true)
    expect(named).toHaveLength(titles.length)
  })
})

describe('criteria', () => {
  it('are numbered in order', () => {
    const number = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`)
    expect(criteria.map(({ id }) => id)).toEqual([...number('IN', 3), ...number('EX', 31)])
  })

  it('are said in Norwegian in other words than in English, diabetes apart', () => {
    const same = criteria.filter(({ text }) => text.nb === text.en).map(({ id }) => id)
    expect(same).toEqual(['EX21'])
  })

  it('rest on assumptions that exist, and say so in their reading', () => {
    const known = assumptions.map(({ id }) => id)
    for (const { assumes, reading } of criteria) {
      expect(known).toEqual(expect.arrayContaining([...assumes]))
      if (assumes.length > 0) expect(reading).toBeDefined()
    }
  })

  it('are a judgement only where no value can decide, each with a reason beside it', () => {
    const judged = criteria.filter(({ judgement }) => judgement)
    expect(judged.map(({ id }) => id)).toEqual(['EX05', 'EX20', 'EX29'])
    for (const { holds } of judged) {
      const [item, ...others] = itemsOf(holds)
      const form = forms.find(({ id }) => id === item?.form)
      expect(others).toEqual([])
      expect(form?.filledBy).toBe('investigator')
      expect(form?.items.find(({ id }) => id === `${item?.item}Reason`)).toMatchObject({
        type: 'text',
        optional: false,
      })
    }
  })

  it('read no investigator’s judgement otherwise', () => {
    const others = criteria.filter(({ judgement }) => !judgement)
    const read = others.flatMap(({ holds }) => itemsOf(holds).map(({ form }) => form))
    expect(read).not.toContain('investigatorJudgement')
  })

  it('read nothing that is kept from the sites', () => {
    const closed = forms.filter(({ items }) => items.some(({ blinding }) => blinding !== 'open')).map(({ id }) => id)
    expect(closed.toSorted()).toEqual(['crp', 'drugLevel', 'mriFollowUpReading'])
    const rules = [...criteria, ...compileStudy(backToBasic).holds, ...compileStudy(backToBasic).stops]
    const read = rules.flatMap(({ holds }) =>
      [...everyNode(holds)].flatMap((node) => ('form' in node ? [node.form] : [])),
    )
    expect(read.filter((form) => closed.includes(form))).toEqual([])
  })
})
