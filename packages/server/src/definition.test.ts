import { allRoles, isBlinded } from '@trialwright/conduct'
import { loadStudy } from '@trialwright/protocol'
import { expect, test } from 'vitest'
import { definitionFor, definitionText } from './definition.ts'
import { compiled } from './testing/trial.ts'

const blinded = allRoles.filter(isBlinded)
const unblinded = allRoles.filter((role) => !isBlinded(role))

test.each([...blinded, 'public' as const])('%s learns neither blocks nor how a bag is prepared', (reader) => {
  const seen = JSON.parse(JSON.stringify(definitionFor(compiled, reader))) as typeof compiled
  expect(Object.keys(seen.randomisation).toSorted()).toEqual(['ratio', 'stratifyBy'])
  expect(seen.arms.some((arm) => 'preparation' in arm)).toBe(false)
  expect(seen.criteria).toEqual(JSON.parse(JSON.stringify(compiled.criteria)))
})

test.each(unblinded)('%s sees the definition whole', (reader) => {
  expect(definitionFor(compiled, reader)).toEqual(compiled)
})

test('given an item of unblinded roles and an assumption of the blocks, when a blinded role reads, then both are gone', () => {
  const [form, ...forms] = compiled.forms
  if (!form) throw new Error('the study has forms')
  const secret = { ...form.items[0], id: 'level', blinding: 'unblindedOnly' } as (typeof form.items)[number]
  const value = compiled.randomisation.blocks
  const assumptions = [{ id: 'blocks', value, title: form.title, why: '', question: '' }]
  const study = { ...compiled, assumptions, forms: [{ ...form, items: [...form.items, secret] }, ...forms] }
  const seen = definitionFor(study, 'investigator')
  expect(seen.assumptions).toEqual([])
  expect(seen.forms[0]?.items.map(({ id }) => id)).not.toContain('level')
})

test.each([
  { method: 'bigStick', tolerance: 3, secret: 3 },
  { method: 'biasedCoin', probability: [2, 3], secret: [2, 3] },
] as const)(
  'given $method, when a blinded role reads, then neither method nor parameter is there',
  ({ secret, ...drawn }) => {
    const assumptions = [{ id: 'x', value: secret, title: compiled.title, why: '', question: '' }]
    const study = { ...compiled, assumptions, randomisation: { ...compiled.randomisation, ...drawn, blocks: [] } }
    const seen = JSON.parse(JSON.stringify(definitionFor(study, 'investigator'))) as typeof compiled
    expect(Object.keys(seen.randomisation).toSorted()).toEqual(['ratio', 'stratifyBy'])
    expect(seen.assumptions).toEqual([])
  },
)

test('given the definition of a blinded role, when a browser loads it, then it answers as the whole one does', () => {
  const seen = JSON.parse(JSON.stringify(definitionFor(compiled, 'public'))) as typeof compiled
  expect(loadStudy(seen).selfCheckItems).toEqual(loadStudy(compiled).selfCheckItems)
})

test('given readers on both sides of the blind by turns, when the text is asked for, then each has its own definition, and the same text again', () => {
  for (const reader of ['nurse', 'unblindedPharmacist', 'public', 'randomisationOfficer', 'nurse'] as const) {
    const text = definitionText(compiled, reader)
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(definitionFor(compiled, reader))))
    expect(definitionText(compiled, reader)).toBe(text)
  }
  expect(definitionText(compiled, 'nurse')).not.toContain('"preparation"')
  expect(definitionText(compiled, 'unblindedPharmacist')).toContain('"preparation"')
})
