/* Source of an invented study, far larger than a real one, by which the type checker's work is measured. */

const both = (text: string) => `{ en: '${text}', nb: '${text}' }`
const question = (number: number) => `question: ${both(`Question ${number}`)}`

/** Twenty items of every type, in turn. */
const item = (number: number): string => {
  switch (number % 8) {
    case 0:
      return `{ type: 'number', unit: '{score}', range: [0, 10], decimals: 0, ${question(number)} }`
    case 1:
      return `{ type: 'coded', codes: { one: ${both('One')}, two: ${both('Two')}, three: ${both('Three')} }, ${question(number)} }`
    case 2:
      return `{ type: 'yesNo', ${question(number)} }`
    case 3:
      return `{ type: 'date', partial: true, ${question(number)} }`
    case 4:
      return `{ type: 'laboratory', unit: 'g/L', alsoIn: ['g/dL'], ${question(number)} }`
    case 5:
      return `{ type: 'text', length: 200, ${question(number)} }`
    case 6:
      return `{ type: 'number', unit: 'kg', plausible: [40, 160], ${question(number)} }`
    default:
      return `{ type: 'repeat', ${question(number)}, of: {
        kind: { type: 'coded', codes: { a: ${both('A')}, b: ${both('B')} }, ${question(number)} },
        size: { type: 'number', unit: '%', ${question(number)} },
      } }`
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

const form = (number: number, items: number): string => `export const form${number} = defineForm('form${number}', {
  title: ${both(`Form ${number}`)}, blinding: 'open', filledBy: 'site', burden: 'sample', laboratory: true,
}, {
${numbers(items)
  .map((index) => `  item${index}: ${item(index)},`)
  .join('\n')}
})`

const person = `export const person = defineForm('person', {
  title: ${both('Person')}, blinding: 'open', filledBy: 'site', burden: 'question',
}, {
  sex: { type: 'coded', codes: { female: ${both('F')}, male: ${both('M')} }, ${question(0)} },
})`

/** A criterion of three to five parts, on two forms. */
const criterion = (number: number, forms: number): string => {
  const one = `form${number % forms}`
  const other = `form${(number * 7 + 3) % forms}`
  const parts = [
    `allOf(${one}.item0.atLeast(points(5)), ${other}.item1.is('one', 'two'), not(${one}.item2.isYes()))`,
    `anyOf(${one}.item3.isWithin(months(12)).before(today), ${other}.item4.isAboveReferenceRange(3))`,
    `allOf(meanOf(${one}.item0, ${one}.item8, ${one}.item16).above(points(4)), ${other}.item6.between(quantity(40, 'kg'), quantity(120, 'kg')))`,
    `${one}.item7.some((row) => allOf(row.kind.is('a'), row.size.atLeast(percent(10))))`,
    `${one}.item3.ageOn(consentDate).between(years(18), years(65))`,
  ]
  return `holds: ${parts[number % parts.length]}`
}

const criteria = (prefix: string, count: number, forms: number): string =>
  numbers(count)
    .map((index) => {
      const id = `${prefix}${String(index + 1).padStart(2, '0')}`
      return `    ${id}: { text: ${both(id)}, ${criterion(index, forms)} },`
    })
    .join('\n')

/** Files by name: `forms.ts` and `study.ts`. */
export function largeStudySource(size: { forms: number; items: number; criteria: number }): Record<string, string> {
  const forms = numbers(size.forms)
  const half = size.criteria / 2
  const names = forms.map((index) => `form${index}`).join(', ')
  return {
    'forms.ts': `import { defineForm } from '@trialwright/protocol'

${[person, ...forms.map((index) => form(index, size.items))].join('\n\n')}
`,
    'study.ts': `import {
  allOf, anyOf, consentDate, days, defineAssumptions, defineDerived, defineEligibility, defineStudy, meanOf, months, not, percent, points,
  quantity, today, years,
} from '@trialwright/protocol'
import { person, ${names} } from './forms.ts'

const score = defineDerived('score', ${both('Score')}, meanOf(form0.item0, form0.item8))

export const eligibility = defineEligibility({
  inclusion: {
${criteria('IN', half, size.forms)}
  },
  exclusion: {
${criteria('EX', half, size.forms)}
  },
})

export const study = defineStudy({
  id: 'large', version: '1', title: ${both('Large')}, summary: ${both('Large')},
  registry: { id: 'x', name: 'x', sponsor: 'x', phase: '3', condition: ${both('x')} },
  target: 100,
  arms: {
    active: { type: 'experimental', title: ${both('A')}, description: ${both('A')}, product: ${both('A')} },
    placebo: { type: 'placeboComparator', title: ${both('P')}, description: ${both('P')}, product: ${both('P')} },
  },
  sites: { north: { title: ${both('N')}, target: 50, timeZone: 'Europe/Oslo' }, south: { title: ${both('S')}, target: 50, timeZone: 'Europe/Oslo' } },
  masking: ['participant'],
  codeBreak: { treatment: 'stop' },
  randomisation: { method: 'permutedBlocks', ratio: { active: 1, placebo: 1 }, blocks: [4], stratifyBy: ['site'], slotsPerStratum: 100 },
  infusion: {
    weight: form0.item6, bagVolume: quantity(250, 'mL'), duration: quantity(120, 'min'), observation: quantity(60, 'min'),
    leastInterval: days(7), stopGrade: 3,
  },
  consent: { v1: { title: ${both('V1')}, from: '2026-01-01' } },
  epochs: { screening: { title: ${both('S')} }, treatment: { title: ${both('T')} } },
  forms: [person, ${names}],
  derived: [score],
  eligibility,
  person: { birthDate: form0.item3, sex: person.sex },
  requirements: {}, holds: {}, stops: {}, continuing: [],
  procedures: { ${forms.map((index) => `p${index}: { title: ${both('P')}, forms: [form${index}] }`).join(', ')} },
  encounters: { ${numbers(12)
    .map(
      (index) =>
        `e${index}: { title: ${both('E')}, short: ${both('E')}, epoch: 'treatment', contact: 'visit', anchor: 'consent', at: days(${index * 14}), window: { early: days(1), late: days(1) }, procedures: ['p${index % size.forms}', 'p${(index + 5) % size.forms}'] }`,
    )
    .join(', ')} },
  outcomes: { primary: { title: ${both('O')}, measure: score, encounter: 'e3' }, secondary: [] },
  assumptions: defineAssumptions({}),
})
`,
  }
}
