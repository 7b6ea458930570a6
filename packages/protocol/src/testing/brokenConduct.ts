import {
  above,
  below,
  changed,
  criterion,
  form,
  holds,
  item,
  male,
  points,
  surgeryWithin,
  usual,
  type Broken,
  type Loose,
} from './broken.ts'

const powder = { id: 'powder', title: { en: 'Powder', nb: 'Pulver' }, arms: ['active'], lowest: 2, highest: 8 }

const stocked = (change: (supply: Loose) => void) =>
  changed((study) => {
    study.supply = { products: [{ ...powder, arms: [...powder.arms] }], horizon: 21, reserve: 4 }
    change(study.supply)
  })

const level = (id: string, condition: Loose) => ({ id, title: { en: id, nb: id }, holds: condition })

/** Minimised by the site alone, unless told otherwise. */
const minimised = (change: (randomisation: Loose) => void) =>
  changed((study) => {
    const { id, title } = study.sites[0]
    const site = { id: 'site', title, weight: 1, by: 'site', levels: [{ id, title }] }
    Object.assign(study.randomisation, { method: 'minimisation', blocks: [], stratifyBy: [], factors: [site] })
    Object.assign(study.randomisation, { measure: 'range', probability: [4, 5] })
    change(study.randomisation)
  })

const byPain = (...levels: readonly Loose[]) =>
  minimised((asked) =>
    asked.factors.push({ id: 'pain', title: asked.factors[0].title, weight: 1, by: 'levels', levels }),
  )

export const brokenConduct: Broken = {
  criterionNumbers: [
    ['a number of another type', changed((s) => (criterion(s, 'IN03').id = 'EX09')), 'criteria.EX09'],
    ['a number left out', changed((s) => (criterion(s, 'IN03').id = 'IN04')), 'criteria.IN04'],
    ['two out of order', changed((s) => s.criteria.reverse()), 'criteria.IN02'],
    ['one twice', changed((s) => (criterion(s, 'IN03').id = 'IN02')), 'criteria.IN02'],
  ],
  judgement: [['a judgement by nobody', changed((s) => (criterion(s, 'EX01').judgement = true)), 'criteria.EX01']],
  editChecks: [
    [
      'one about an item that is not there',
      changed((s) => (s.checks[0].about[0].item = 'wait')),
      'checks.weightChange',
    ],
    [
      'one about a row, asked of no row',
      changed((s) => {
        delete s.checks[2].rows
        s.checks[2].expects = male
      }),
      'checks.endplateOfTypeTwo',
    ],
    ['one about what it does not read', changed((s) => (s.checks[0].expects = male)), 'checks.weightChange'],
    [
      'rows each asked, about none of them',
      changed((s) => (s.checks[2].about = [{ form: 'scan', item: 'endplates', at: 'thisVisit' }])),
      'checks.endplateOfTypeTwo',
    ],
  ],
  blinding: [
    [
      'an edit check on a delayed value',
      changed((s) => (item(s, 'body', 'weight').blinding = 'delayed')),
      'checks.weightChange.expects',
    ],
    [
      'a criterion on an unblinding value',
      changed((s) => (item(s, 'blood', 'haemoglobin').blinding = 'unblindedOnly')),
      'criteria.EX03.holds',
    ],
    [
      'a hold on a delayed value',
      changed((s) => (item(s, 'body', 'temperature').blinding = 'delayed')),
      'holds.HOLD01.holds',
    ],
    ['a score of delayed values', changed((s) => (item(s, 'pain', 'now').blinding = 'delayed')), 'criteria.IN02.holds'],
    [
      'a column of rows',
      changed((s) => (item(s, 'scan', 'endplates').columns[1].blinding = 'delayed')),
      'criteria.IN03.holds',
    ],
    [
      'a self-check on a delayed value',
      changed((s) => (item(s, 'person', 'smoker').blinding = 'delayed')),
      'forms.person.smoker',
    ],
  ],
  assumptions: [
    ['one that is not on the list', changed((s) => s.holds[0].assumes.push('rain')), 'holds.HOLD01'],
    ['one nobody names', changed((s) => (s.holds[0].assumes = [])), 'assumptions'],
    ['one without its question', changed((s) => (s.assumptions[0].question = '')), 'assumptions.fever'],
  ],
  unscheduledForms: [
    [
      'a form that is read and never asked for',
      changed((s) =>
        s.encounters.forEach((each: Loose) => (each.forms = each.forms.filter((id: string) => id !== 'scan'))),
      ),
      'forms.scan',
    ],
    [
      'a form nobody reads or asks for',
      changed((s) => s.forms.push({ ...form(s, 'body'), id: 'spare' })),
      'forms.spare',
    ],
  ],
  occurrences: [
    [
      'a form that the encounter does not ask for',
      holds('EX01', above(1, { ...usual, at: { encounter: 'day0' } })),
      'criteria.EX01.holds',
    ],
    [
      'a score of such a form',
      holds('EX01', above(1, { kind: 'derived', id: 'index', at: { encounter: 'day0' }, unit: '{score}' })),
      'criteria.EX01.holds',
    ],
  ],
  encounterOrder: [
    ['an earlier epoch afterwards', changed((s) => s.encounters.reverse()), 'encounters.screening'],
    [
      'a later day first',
      changed((s) => s.encounters.push({ ...s.encounters[2], id: 'day7', at: { value: 7, unit: 'd' } })),
      'encounters.day7',
    ],
  ],
  encounterWindows: [
    [
      'two open on one day',
      changed((s) => s.encounters.push({ ...s.encounters[2], id: 'day20', at: { value: 20, unit: 'd' } })),
      'encounters.day20.window',
    ],
  ],
  randomisation: [
    ['a block that cannot hold the ratio', changed((s) => (s.randomisation.blocks = [4, 5])), 'randomisation.blocks'],
    ['a block of two', changed((s) => (s.randomisation.blocks = [2, 4])), 'randomisation.blocks'],
    ['no block', changed((s) => (s.randomisation.blocks = [])), 'randomisation.blocks'],
    ['an arm without a share', changed((s) => delete s.randomisation.ratio.placebo), 'randomisation.ratio'],
    ['a share of nothing', changed((s) => (s.randomisation.ratio.placebo = 0)), 'randomisation.ratio'],
    [
      'a list too short for a site',
      changed((s) => (s.randomisation.slotsPerStratum = 4)),
      'randomisation.slotsPerStratum',
    ],
    ['one arm', changed((s) => s.arms.pop()), 'arms'],
    ['a big stick without tolerance', changed((s) => (s.randomisation.method = 'bigStick')), 'randomisation.tolerance'],
    [
      'a big stick that alternates',
      changed((s) => Object.assign(s.randomisation, { method: 'bigStick', tolerance: 1 })),
      'randomisation.tolerance',
    ],
    [
      'a big stick in unequal ratio',
      changed((s) =>
        Object.assign(s.randomisation, { method: 'bigStick', tolerance: 3, ratio: { active: 2, placebo: 1 } }),
      ),
      'randomisation.ratio',
    ],
    [
      'a coin that favours the arm ahead',
      changed((s) => Object.assign(s.randomisation, { method: 'biasedCoin', probability: [1, 3] })),
      'randomisation.probability',
    ],
    [
      'a coin without chance',
      changed((s) => Object.assign(s.randomisation, { method: 'biasedCoin', probability: [3, 3] })),
      'randomisation.probability',
    ],
  ],
  minimisation: [
    ['no factor', minimised((asked) => (asked.factors = [])), 'randomisation.factors'],
    ['strata beside factors', minimised((asked) => (asked.stratifyBy = ['site'])), 'randomisation.stratifyBy'],
    ['an arm that is avoided', minimised((asked) => (asked.probability = [1, 3])), 'randomisation.probability'],
    ['half a weight', minimised((asked) => (asked.factors[0].weight = 0.5)), 'randomisation.factors.site.weight'],
    ['one level', byPain(level('low', below(7))), 'randomisation.factors.pain.levels'],
  ],
  minimisationLevels: [
    ['levels that overlap', byPain(level('low', below(7)), level('high', above(5))), 'randomisation.factors.pain'],
    ['levels with a gap', byPain(level('low', below(5)), level('high', above(7))), 'randomisation.factors.pain'],
  ],
  sites: [
    ['targets that do not come to the trial’s', changed((s) => (s.target = 11)), 'sites'],
    ['a time zone that is none', changed((s) => (s.sites[0].timeZone = 'Europe/Trondheim')), 'sites.north.timeZone'],
    ['no site', changed((s) => (s.sites = [])), 'sites'],
  ],
  treatment: [
    ['no infusion', changed((s) => s.encounters.forEach((each: Loose) => (each.administers = false))), 'encounters'],
    [
      'no weight before the first',
      changed((s) =>
        s.encounters.slice(0, 2).forEach((each: Loose) => (each.forms = ['person', 'pain', 'scan', 'blood'])),
      ),
      'infusion.weight',
    ],
    ['an empty bag', changed((s) => (s.infusion.bagVolume = 0)), 'infusion.bagVolume'],
    [
      'infusions too close',
      changed((s) => s.encounters.push({ ...s.encounters[2], id: 'day18', at: { value: 18, unit: 'd' } })),
      'encounters.day18',
    ],
  ],
  supply: [
    ['an arm without a product', stocked((supply) => (supply.products = [])), 'supply.products'],
    [
      'a product of an arm that has no vials',
      stocked((supply) => supply.products[0].arms.push('placebo')),
      'supply.products.powder.arms',
    ],
    [
      'limits the wrong way round',
      stocked((supply) => (supply.products[0].lowest = 9)),
      'supply.products.powder.lowest',
    ],
    ['a stock that lasts for nothing', stocked((supply) => (supply.horizon = 0)), 'supply.horizon'],
    ['a reserve below nothing', stocked((supply) => (supply.reserve = -1)), 'supply.reserve'],
  ],
  consentVersions: [
    ['no consent', changed((s) => (s.consent = [])), 'consent'],
    ['a day that is none', changed((s) => (s.consent[0].from = '2020-02-30')), 'consent.v1'],
    [
      'a later version in force before',
      changed((s) => s.consent.push({ ...s.consent[0], id: 'v2', from: '2019-12-31' })),
      'consent.v2',
    ],
  ],
  licensedForms: [
    [
      'nobody’s licence',
      changed((s) => (form(s, 'pain').licensed = { holder: '', instrument: 'NRS' })),
      'forms.pain.licensed',
    ],
    [
      'what looks like owned wording',
      changed((s) => {
        form(s, 'pain').licensed = { holder: 'Somebody', instrument: 'NRS' }
        item(s, 'pain', 'now').question.en = 'On a scale from nought to ten, how bad has your pain been today?'
      }),
      'forms.pain.now',
    ],
  ],
  possible: [
    [
      'limits that exclude one another',
      holds('EX01', { kind: 'all', of: [above(5), below(3)] }),
      'criteria.EX01.holds',
    ],
    [
      'between with the limits reversed',
      holds('EX01', { kind: 'between', of: usual, low: points(7), high: points(3) }),
      'criteria.EX01.holds',
    ],
    ['a limit outside the range', holds('EX01', above(10)), 'criteria.EX01.holds'],
    ['a condition that always holds', holds('EX01', { kind: 'any', of: [above(3), below(5)] }), 'criteria.EX01.holds'],
    ['two codes at once', holds('EX01', { kind: 'all', of: [male, { kind: 'not', of: male }] }), 'criteria.EX01.holds'],
    [
      'a row that cannot be',
      holds('EX01', {
        kind: 'some',
        form: 'scan',
        group: 'endplates',
        at: 'latest',
        where: {
          kind: 'compare',
          operator: 'above',
          left: { ...usual, form: 'scan', item: 'height', group: 'endplates', unit: '%' },
          right: { ...points(100), unit: '%' },
        },
      }),
      'criteria.EX01.holds',
    ],
    ['a dead branch', holds('EX01', { kind: 'any', of: [male, above(11)] }), 'criteria.EX01.holds'],
    [
      'a mean above its range',
      holds('EX01', above(10, { kind: 'derived', id: 'meanPain', at: 'latest', unit: '{score}' })),
      'criteria.EX01.holds',
    ],
    [
      'in a year and not in two',
      holds('EX01', { kind: 'all', of: [surgeryWithin(12, 'mo'), { kind: 'not', of: surgeryWithin(24, 'mo') }] }),
      'criteria.EX01.holds',
    ],
    ['a rule', changed((s) => (s.holds[0].holds = below(0))), 'holds.HOLD01.holds'],
    ['whom it concerns', changed((s) => (criterion(s, 'EX02').appliesTo = below(0))), 'criteria.EX02.appliesTo'],
  ],
}
