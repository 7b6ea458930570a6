import { above, changed, form, holds, item, male, points, surgeryWithin, usual, type Broken } from './broken.ts'

export const brokenForms: Broken = {
  names: [
    ['two forms of one name', changed((s) => s.forms.push(form(s, 'pain'))), 'forms.pain'],
    ['an item with a point in its name', changed((s) => (item(s, 'pain', 'now').id = 'no.w')), 'forms.pain.no.w'],
    ['two calculations of one name', changed((s) => s.derived.push(s.derived[0])), 'derived.meanPain'],
    ['an arm with a blank in its name', changed((s) => (s.arms[0].id = 'act ive')), 'arms.act ive'],
  ],
  references: [
    ['an item that is not there', holds('EX01', above(1, { ...usual, item: 'gone' })), 'criteria.EX01.holds'],
    ['a calculation left out of the list', changed((s) => s.derived.shift()), 'criteria.IN02.holds'],
    [
      'an encounter that is not there',
      holds('EX01', above(1, { ...usual, at: { encounter: 'day9' } })),
      'criteria.EX01.holds',
    ],
    ['a code read as a number', holds('EX01', above(1, { ...usual, item: 'walks' })), 'criteria.EX01.holds'],
    [
      'a group that is not one',
      holds('EX01', { kind: 'some', form: 'pain', group: 'now', at: 'latest', where: male }),
      'criteria.EX01.holds',
    ],
    ['an epoch that is not there', changed((s) => (s.encounters[0].epoch = 'rest')), 'encounters.screening'],
    ['an outcome of no encounter', changed((s) => (s.outcomes.primary.encounter = 'day9')), 'outcomes'],
    ['a continuing criterion that is not there', changed((s) => s.continuing.push('EX99')), 'continuing'],
  ],
  rowItems: [
    [
      'a column outside its rows',
      holds('EX01', above(1, { ...usual, form: 'scan', item: 'height', group: 'endplates' })),
      'criteria.EX01.holds',
    ],
  ],
  durations: [
    ['half a month', holds('EX01', surgeryWithin(1.5, 'mo')), 'criteria.EX01.holds'],
    ['a negative look-back', holds('EX01', surgeryWithin(-3, 'd')), 'criteria.EX01.holds'],
    ['half a day in the plan', changed((s) => (s.encounters[2].at.value = 13.5)), 'encounters.day14.at'],
    ['a negative window', changed((s) => (s.encounters[2].window.late = -1)), 'encounters.day14.window'],
  ],
  units: [
    ['a unit that is none', changed((s) => (item(s, 'body', 'weight').unit = 'kilo')), 'forms.body.weight'],
    [
      'another that does not convert',
      changed((s) => item(s, 'blood', 'haemoglobin').alsoIn.push('mmol/L')),
      'forms.blood.haemoglobin',
    ],
    [
      'another that is no unit',
      changed((s) => item(s, 'blood', 'haemoglobin').alsoIn.push('grams')),
      'forms.blood.haemoglobin',
    ],
    [
      'a constant in no unit',
      holds('EX01', { kind: 'compare', operator: 'above', left: usual, right: { ...points(1), unit: 'pts' } }),
      'criteria.EX01.holds',
    ],
  ],
  arithmeticUnits: [
    ['mg/kg × kg is no mL', changed((s) => (s.arms[0].preparation.dose.unit = 'mL')), 'arms.active.preparation.dose'],
    ['a factor of a thousand', changed((s) => (s.arms[0].preparation.dose.unit = 'g')), 'arms.active.preparation.dose'],
    [
      'points compared with percent',
      holds('EX01', { kind: 'compare', operator: 'above', left: usual, right: { ...points(1), unit: '%' } }),
      'criteria.EX01.holds',
    ],
    [
      'a sum of points and kilograms',
      changed((s) => (s.derived[0].from = { kind: 'sum', of: [usual, s.infusion.weight], unit: '{score}' })),
      'derived.meanPain',
    ],
    [
      'a division by zero',
      changed((s) => (s.arms[0].preparation.concentrate.right.value = 0)),
      'arms.active.preparation.concentrate',
    ],
  ],
  codes: [
    ['no answers', changed((s) => (item(s, 'person', 'sex').codes = {})), 'forms.person.sex'],
    [
      'one answer',
      changed((s) => (item(s, 'person', 'sex').codes = { male: { en: 'Male', nb: 'Mann' } })),
      'forms.person.sex',
    ],
    ['an answer that is not offered', holds('EX01', { ...male, codes: ['other'] }), 'criteria.EX01.holds'],
    [
      'an answer without a score',
      changed(
        (s) =>
          (s.derived[0].from = {
            kind: 'lookup',
            of: male.of,
            table: { male: 1 },
            unit: '{score}',
          }),
      ),
      'derived.meanPain',
    ],
    [
      'fixed rows of a number',
      changed((s) => (item(s, 'scan', 'endplates').rowFor = 'height')),
      'forms.scan.endplates',
    ],
  ],
  itemLimits: [
    ['limits the wrong way round', changed((s) => (item(s, 'pain', 'now').range = [10, 0])), 'forms.pain.now'],
    ['plausible but refused', changed((s) => (item(s, 'pain', 'now').plausible = [0, 11])), 'forms.pain.now'],
    ['half a decimal', changed((s) => (item(s, 'pain', 'now').decimals = 0.5)), 'forms.pain.now'],
    ['rows without columns', changed((s) => (item(s, 'scan', 'endplates').columns = [])), 'forms.scan.endplates'],
    [
      'a result without its laboratory',
      changed((s) => (form(s, 'blood').laboratory = false)),
      'forms.blood.haemoglobin',
    ],
  ],
  scores: [
    ['more answers than questions', changed((s) => (s.derived[1].from.minimumAnswered = 4)), 'derived.meanOfTwo'],
    ['no answers needed', changed((s) => (s.derived[1].from.minimumAnswered = 0)), 'derived.meanOfTwo'],
    ['prorated by another maximum', changed((s) => (s.derived[2].from.maximumEach = 5)), 'derived.index'],
  ],
  translations: [
    ['no Norwegian', changed((s) => (item(s, 'pain', 'now').question = { en: 'Pain now' })), 'forms.pain.now.question'],
    ['a blank text', changed((s) => (s.title.en = ' ')), 'title'],
    [
      'a long text left in English',
      changed(
        (s) => (s.summary = { en: 'An invented study that tests read', nb: 'An invented study that tests read' }),
      ),
      'summary',
    ],
  ],
}
