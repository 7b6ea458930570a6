import { shiftDay } from '@trialwright/protocol'
import type { Slots } from './slots.ts'
import {
  and,
  atLeast,
  beforeDay,
  fromDay,
  is,
  isYes,
  NO,
  opposite,
  or,
  someRow,
  UNKNOWN,
  untilDay,
  within,
  YES,
  type Fact,
  type Tri,
} from './threeValued.ts'

/* Rows are read by column, in the order of their forms. */

type Facts = readonly Fact[]

/** The question before a list settles it when it is no. */
function someListed(asked: Fact, list: Fact, where: (row: Facts) => Tri): Tri {
  const any = isYes(asked)
  return any === NO ? NO : and(any, someRow(list, where))
}

const treatment = { group: 1, ongoing: 2, stop: 3, seriousAdverseEvent: 4 } as const

const someTreatment = (facts: Facts, s: Slots, where: (row: Facts) => Tri): Tri =>
  someListed(facts[s.immunosuppressed] as Fact, facts[s.treatments] as Fact, where)

function onTheList({ code }: Fact): Tri {
  switch (code) {
    case undefined:
      return UNKNOWN
    case 'antibody':
    case 'cytostatic':
    case 'immunophilinDrug':
    case 'interferon':
    case 'mycophenolate':
    case 'otherDmard':
      return YES
    default:
      return NO
  }
}

export const infliximab = (facts: Facts, s: Slots): Tri =>
  someTreatment(facts, s, (row) => is(row[treatment.group] as Fact, 'infliximab'))

export const seriousEvent = (facts: Facts, s: Slots): Tri =>
  someTreatment(facts, s, (row) =>
    and(onTheList(row[treatment.group] as Fact), isYes(row[treatment.seriousAdverseEvent] as Fact)),
  )

export const treatedLastYear = (facts: Facts, s: Slots, today: number): Tri =>
  someTreatment(facts, s, (row) => {
    const group = onTheList(row[treatment.group] as Fact)
    if (group === NO) return NO
    return and(group, or(isYes(row[treatment.ongoing] as Fact), fromDay(row[treatment.stop] as Fact, today - 365)))
  })

const medicine = { atc: 1, route: 3, daysPerWeek: 4, start: 5, ongoing: 6 } as const

const suppressants = ['H02', 'L01', 'L03', 'L04']
const codeineAndTramadol = [
  'N02AA59',
  'N02AA79',
  'N02AJ06',
  'N02AJ07',
  'N02AJ08',
  'N02AJ09',
  'N02AJ13',
  'N02AJ14',
  'N02AJ15',
  'N02AX02',
]

/** A code begins with that of its class; a shorter one may. */
function inClass({ code }: Fact, classes: readonly string[]): Tri {
  if (code === undefined) return UNKNOWN
  if (code === '') return NO
  let answer: Tri = NO
  for (const each of classes) {
    if (code.startsWith(each)) return YES
    if (each.startsWith(code)) answer = UNKNOWN
  }
  return answer
}

function systemic({ code }: Fact): Tri {
  if (code === undefined) return UNKNOWN
  const routes = code === 'oral' || code === 'injection' || code === 'infusion' || code === 'rectal'
  return routes || code === 'transdermal' ? YES : NO
}

export function suppressedNow(facts: Facts, s: Slots): Tri {
  const byList = someRow(facts[s.medicines] as Fact, (row) => {
    const group = inClass(row[medicine.atc] as Fact, suppressants)
    if (group === NO) return NO
    return and(group, and(systemic(row[medicine.route] as Fact), isYes(row[medicine.ongoing] as Fact)))
  })
  if (byList === YES) return YES
  return or(
    byList,
    someTreatment(facts, s, (row) => isYes(row[treatment.ongoing] as Fact)),
  )
}

export const opioids = (facts: Facts, s: Slots, today: number): Tri =>
  someRow(facts[s.medicines] as Fact, (row) => {
    const atc = row[medicine.atc] as Fact
    const group = and(inClass(atc, ['N02A']), opposite(inClass(atc, codeineAndTramadol)))
    if (group === NO) return NO
    const now = and(isYes(row[medicine.ongoing] as Fact), atLeast(row[medicine.daysPerWeek] as Fact, 4))
    return and(group, and(now, untilDay(row[medicine.start] as Fact, today - 28)))
  })

export const allergy = (facts: Facts, s: Slots): Tri =>
  someListed(facts[s.allergic] as Fact, facts[s.substances] as Fact, (row) => {
    const { code } = row[0] as Fact
    if (code === undefined) return UNKNOWN
    return code === 'infliximab' || code === 'murineProtein' || code === 'excipient' ? YES : NO
  })

const operation = { kind: 0, level: 1, date: 2 } as const

export const otherBackSurgery = (facts: Facts, s: Slots): Tri =>
  someRow(facts[s.operations] as Fact, (row) => {
    const kind = (row[operation.kind] as Fact).code
    const level = (row[operation.level] as Fact).code
    const other =
      kind === undefined ? UNKNOWN : kind === 'fusion' || kind === 'discProsthesis' || kind === 'other' ? YES : NO
    return and(other, level === undefined ? UNKNOWN : level === '' || level === 'Th12L1' ? NO : YES)
  })

export const recentBackSurgery = (facts: Facts, s: Slots, today: number): Tri =>
  someRow(facts[s.operations] as Fact, (row) => {
    const { code } = row[operation.kind] as Fact
    const kind = code === undefined ? UNKNOWN : code === 'discHerniation' || code === 'decompression' ? YES : NO
    if (kind === NO) return NO
    return and(kind, within(row[operation.date] as Fact, shiftDay(today, { value: -12, unit: 'mo' }), today))
  })

export function liveVaccine(facts: Facts, s: Slots, today: number): Tri {
  const had = someRow(facts[s.vaccines] as Fact, (row) =>
    and(is(row[1] as Fact, 'live'), within(row[2] as Fact, today - 28, today)),
  )
  return had === YES
    ? YES
    : or(had, planned(facts[s.livePlanned] as Fact, facts[s.livePlannedDate] as Fact, today + 98))
}

export function planned(asked: Fact, date: Fact, until: number): Tri {
  const is = isYes(asked)
  return is === NO ? NO : and(is, untilDay(date, until))
}

export function tuberculosis(facts: Facts, s: Slots): Tri {
  const history = (facts[s.tuberculosis] as Fact).code
  const known =
    history === undefined ? UNKNOWN : history === 'none' || history === 'treated' || history === '' ? NO : YES
  if (known === YES) return YES
  const igra = facts[s.igra] as Fact
  const repeated = and(is(igra, 'indeterminate'), is(facts[s.igraRepeated] as Fact, 'positive'))
  return or(or(known, is(igra, 'positive')), or(repeated, is(facts[s.chestXray] as Fact, 'tuberculosis')))
}

export function childbearing(facts: Facts, s: Slots, today: number, female: Tri): Tri {
  if (female === NO) return NO
  const menarche = isYes(facts[s.menarche] as Fact)
  if (menarche === NO) return NO
  const menopause = is(facts[s.absenceOfMenses] as Fact, 'menopause')
  const past =
    menopause === NO
      ? NO
      : and(menopause, beforeDay(facts[s.lastMenses] as Fact, shiftDay(today, { value: -12, unit: 'mo' })))
  const operated = (facts[s.sterilisation] as Fact).code
  const proof = (facts[s.sterilisationProof] as Fact).code
  const sterile = and(
    operated === undefined ? UNKNOWN : operated === 'none' || operated === '' ? NO : YES,
    proof === undefined ? UNKNOWN : proof === 'none' || proof === '' ? NO : YES,
  )
  return and(and(female, menarche), and(opposite(past), opposite(sterile)))
}

export function pregnantOrBreastfeeding(facts: Facts, s: Slots, potential: Tri): Tri {
  const told = or(isYes(facts[s.pregnant] as Fact), isYes(facts[s.breastfeeding] as Fact))
  return told === YES ? YES : or(told, and(potential, is(facts[s.hcg] as Fact, 'positive')))
}

export function inadequateContraception(facts: Facts, s: Slots): Tri {
  const { code } = facts[s.method] as Fact
  const adequate = code === undefined ? UNKNOWN : code === 'other' || code === 'none' || code === '' ? NO : YES
  return opposite(and(adequate, isYes(facts[s.agrees] as Fact)))
}
