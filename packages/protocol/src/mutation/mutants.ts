import type { CompiledCheck, CompiledEncounter, CompiledStudy } from '../compiled.ts'
import { ruleLists, type Asked } from '../examples.ts'
import type { ExpressionNode, NumberNode } from '../expression/nodes.ts'
import { scopeOf, type StudyScope } from '../expression/scope.ts'
import { stateItem } from '../expression/say.ts'
import type { Text } from '../text.ts'
import { slippedOf, type Slipped } from './expression.ts'
import type { Slip, Surroundings } from './nodes.ts'

/** One slip in a study: where, what, and all that is needed to ask the study with it. */
export interface Mutant {
  /** Where: `criteria.IN02`, `encounters.day14`. */
  readonly path: string
  /** The examples that are there to notice it. */
  readonly of: string
  readonly slip: Slip
  readonly what: Text
  readonly slipped:
    | { readonly kind: 'rule'; readonly before: Asked; readonly after: Asked }
    | { readonly kind: 'number'; readonly before: NumberNode; readonly after: NumberNode }
    /** A score, which rules and other scores may read: the whole study is another. */
    | { readonly kind: 'score'; readonly before: NumberNode; readonly after: NumberNode; readonly study: CompiledStudy }
    | { readonly kind: 'check'; readonly before: CompiledCheck; readonly after: CompiledCheck }
    | { readonly kind: 'days'; readonly encounter: CompiledEncounter }
}

/** Every slip the product knows of, in every expression and window of a study, in the study's own order. */
export function* mutantsOf(study: CompiledStudy): Generator<Mutant> {
  const scope = scopeOf(study)
  for (const { path, of, rule } of rulesOf(study)) yield* rulesBeside(path, of, rule, scope)
  for (const [index, derived] of study.derived.entries())
    for (const { node, ...slipped } of slippedOf(derived.from, surroundings(scope))) {
      const other = { ...study, derived: study.derived.with(index, { ...derived, from: node }) }
      yield {
        path: `derived.${derived.id}`,
        of: derived.id,
        slip: slipped.slip,
        what: wordsOf(slipped, scope),
        slipped: { kind: 'score', before: derived.from, after: node, study: other },
      }
    }
  for (const { id, preparation } of study.arms)
    for (const [part, before] of Object.entries(preparation ?? {}) as [string, NumberNode][])
      for (const { node: after, ...slipped } of slippedOf(before, surroundings(scope)))
        yield {
          path: `arms.${id}.${part}`,
          of: `${id}.${part}`,
          slip: slipped.slip,
          what: wordsOf(slipped, scope),
          slipped: { kind: 'number', before, after },
        }
  for (const check of study.checks) yield* checksBeside(check, scope)
  for (const encounter of study.encounters) yield* windowsOf(encounter)
}

interface Rule {
  readonly path: string
  readonly of: string
  readonly rule: Asked
}

function rulesOf(study: CompiledStudy): readonly Rule[] {
  const listed = (['criteria', ...ruleLists] as const).flatMap((list) =>
    study[list].map(({ id, holds, appliesTo }) => ({
      path: `${list}.${id}`,
      of: list === 'criteria' ? id : `${list}.${id}`,
      rule: { holds, ...(appliesTo && { appliesTo }) },
    })),
  )
  const whom = [
    ...(['encounters', 'procedures'] as const).flatMap((list) =>
      study[list].map(({ id, appliesTo }) => ({ path: `${list}.${id}`, appliesTo })),
    ),
    ...study.forms.flatMap(({ id, items }) =>
      items.map((item) => ({ path: `forms.${id}.${item.id}`, appliesTo: item.appliesTo })),
    ),
  ].flatMap(({ path, appliesTo }) => (appliesTo === undefined ? [] : [{ path, of: path, rule: { holds: appliesTo } }]))
  return [...listed, ...whom]
}

function* rulesBeside(path: string, of: string, before: Asked, scope: StudyScope): Generator<Mutant> {
  for (const part of ['holds', 'appliesTo'] as const) {
    const node = before[part]
    if (node === undefined) continue
    for (const { node: other, ...slipped } of slippedOf(node, surroundings(scope)))
      yield {
        path,
        of,
        slip: slipped.slip,
        what: wordsOf(slipped, scope),
        slipped: { kind: 'rule', before, after: { ...before, [part]: other } },
      }
  }
  if (before.appliesTo !== undefined)
    yield {
      path,
      of,
      slip: 'connective',
      what: { en: 'it concerns everybody', nb: 'det gjelder alle' },
      slipped: { kind: 'rule', before, after: { holds: before.holds } },
    }
}

function* checksBeside(before: CompiledCheck, scope: StudyScope): Generator<Mutant> {
  const about = { path: `checks.${before.id}`, of: before.id }
  for (const part of ['expects', 'appliesTo'] as const) {
    const node = before[part]
    if (node === undefined) continue
    for (const { node: other, ...slipped } of slippedOf(node, surroundings(scope)))
      yield {
        ...about,
        slip: slipped.slip,
        what: wordsOf(slipped, scope),
        slipped: { kind: 'check', before, after: { ...before, [part]: other } },
      }
  }
}

/** An encounter a day off, in another unit, from another anchor, or with a window a day wider or narrower. */
function* windowsOf(encounter: CompiledEncounter): Generator<Mutant> {
  const { id, at, window, anchor } = encounter
  const moved = function* (slip: 'window' | 'unit', what: Text, other: Partial<CompiledEncounter>): Generator<Mutant> {
    yield {
      path: `encounters.${id}`,
      of: id,
      slip,
      what,
      slipped: { kind: 'days', encounter: { ...encounter, ...other } },
    }
  }
  const unit = { d: { en: 'days', nb: 'dager' }, mo: { en: 'months', nb: 'måneder' } } as const
  for (const by of [-1, 1]) {
    const value = at.value + by
    const { en, nb } = unit[at.unit]
    yield* moved(
      'window',
      { en: `planned at ${value} ${en}, not ${at.value}`, nb: `planlagt etter ${value} ${nb}, ikke ${at.value}` },
      { at: { ...at, value } },
    )
    for (const end of ['early', 'late'] as const) {
      const width = window[end] + by
      if (width < 0) continue
      yield* moved(
        'window',
        {
          en: `window ${width} days ${end}, not ${window[end]}`,
          nb: `vindu ${width} dager ${end === 'early' ? 'før' : 'etter'}, ikke ${window[end]}`,
        },
        { window: { ...window, [end]: width } },
      )
    }
  }
  if (at.value !== 0) {
    const other = at.unit === 'd' ? 'mo' : 'd'
    yield* moved(
      'unit',
      {
        en: `${at.value} ${unit[other].en}, not ${unit[at.unit].en}`,
        nb: `${at.value} ${unit[other].nb}, ikke ${unit[at.unit].nb}`,
      },
      { at: { ...at, unit: other } },
    )
  }
  const other = anchor === 'firstInfusion' ? 'lastInfusion' : 'firstInfusion'
  yield* moved(
    'window',
    { en: `counted from ${other}, not ${anchor}`, nb: `regnet fra ${other}, ikke ${anchor}` },
    { anchor: other },
  )
}

const surroundings = (scope: StudyScope): Surroundings => ({
  codesOf: ({ form, item, group }) => {
    const { codeOrder, codes } = scope.item(form, item, group)
    return codeOrder ?? Object.keys(codes ?? {})
  },
  stepOf({ form, item, group }) {
    const { decimals } = scope.item(form, item, group)
    return decimals === undefined ? undefined : 10 ** -decimals
  },
})

function wordsOf({ from, to }: Omit<Slipped, 'node'>, scope: StudyScope): Text {
  const [before, after] = [stated(from, scope), stated(to, scope)]
  // A table of scores is not said in a sentence; the name of what it scores is.
  if (before.en === after.en)
    return { en: `another value within “${before.en}”`, nb: `en annen verdi i «${before.nb}»` }
  return { en: `“${after.en}” for “${before.en}”`, nb: `«${after.nb}» for «${before.nb}»` }
}

const stated = (node: ExpressionNode, scope: StudyScope): Text =>
  node.kind === 'codedItem' ? stateItem(node, scope) : scope.state(node)
