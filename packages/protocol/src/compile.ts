import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type {
  CheckedItem,
  CompiledCheck,
  CompiledCriterion,
  CompiledFactor,
  CompiledForm,
  CompiledItem,
  CompiledRule,
  CompiledStudy,
} from './compiled.ts'
import { usualApprovals } from './define/approvals.ts'
import { allDuties, usualDuties, usualTraining } from './define/delegation.ts'
import { assumptionsOf } from './define/assumptions.ts'
import type { Checked, Checks } from './define/checks.ts'
import type { Criteria, Rules } from './define/criteria.ts'
import { formOf, type AnyForm } from './define/form.ts'
import type { Condition, ItemDefinition } from './define/item.ts'
import type { MinimisationFactor, StudyDefinition, VerificationDefinition } from './define/study.ts'
import type { CodedItem, DateItem } from './expression/nodes.ts'
import type { Text } from './text.ts'
import { conversion } from './units.ts'

/** The definition as plain, complete JSON: forms' handles become definitions, conditions become nodes, units get their conversions. */
export function compileStudy(study: StudyDefinition): CompiledStudy {
  const forms = new Map(study.forms.map((form) => [form[formOf].id, compileForm(form)]))
  const formsOf = (used: readonly AnyForm[]) => used.map((form) => form[formOf].id)
  const procedures = entries(study.procedures).map(([id, { title, forms: used, appliesTo }]) => ({
    id,
    title,
    forms: formsOf(used),
    ...applies(appliesTo),
  }))
  const formsByProcedure = new Map(procedures.map(({ id, forms: used }) => [id, used]))
  const { randomisation } = study
  return plain({
    schema: 1,
    id: study.id,
    version: study.version,
    title: study.title,
    summary: study.summary,
    registry: study.registry,
    target: study.target,
    arms: entries(study.arms).map(([id, { preparation, ...arm }]) => ({
      id,
      ...arm,
      ...(preparation === undefined
        ? {}
        : {
            preparation: {
              dose: preparation.dose.node,
              vials: preparation.vials.node,
              concentrate: preparation.concentrate.node,
            },
          }),
    })),
    sites: entries(study.sites).map(([id, site]) => ({ id, ...site })),
    approvals: entries(study.approvals ?? usualApprovals).map(([id, approval]) => ({ id, ...approval })),
    duties: (study.duties ?? allDuties).map((id) => ({ id, title: usualDuties[id] })),
    training: entries(study.training ?? usualTraining).map(([id, one]) => ({ id, ...one })),
    masking: study.masking,
    codeBreak: { treatment: study.codeBreak.treatment },
    randomisation: {
      method: randomisation.method,
      ratio: randomisation.ratio,
      blocks: randomisation.method === 'permutedBlocks' ? randomisation.blocks : [],
      stratifyBy: randomisation.stratifyBy,
      slotsPerStratum: randomisation.slotsPerStratum,
      ...(randomisation.method === 'bigStick' && { tolerance: randomisation.tolerance }),
      ...(randomisation.method === 'biasedCoin' && { probability: randomisation.probability }),
      ...(randomisation.method === 'minimisation' && {
        probability: randomisation.probability,
        measure: randomisation.measure,
        factors: entries(randomisation.factors).map(([id, factor]) => ({ id, ...compileFactor(factor, study.sites) })),
      }),
    },
    infusion: {
      weight: study.infusion.weight.node,
      bagVolume: study.infusion.bagVolume.value,
      duration: study.infusion.duration.value,
      observation: study.infusion.observation.value,
      leastInterval: study.infusion.leastInterval.value,
      stopGrade: study.infusion.stopGrade,
      ...(study.infusion.toldBy && { toldBy: formsOf(study.infusion.toldBy) }),
    },
    ...(study.supply === undefined
      ? {}
      : {
          supply: {
            products: entries(study.supply.products).map(([id, { lowest, highest, ...product }]) => ({
              id,
              ...product,
              lowest: lowest.value,
              highest: highest.value,
            })),
            horizon: study.supply.horizon.value,
            reserve: study.supply.reserve.value,
          },
        }),
    ...(study.verification === undefined
      ? {}
      : {
          verification: {
            critical: study.verification.critical.flatMap(compileCritical),
            sample: study.verification.sample,
          },
        }),
    consent: entries(study.consent).map(([id, version]) => ({ id, ...version })),
    epochs: entries(study.epochs).map(([id, { title }]) => ({ id, title })),
    forms: [...forms.values()],
    derived: study.derived.map(({ id, title, unit, from }) => ({ id, title, unit, from })),
    person: { birthDate: study.person.birthDate.node as DateItem, sex: study.person.sex.node as CodedItem },
    criteria: [
      ...compileCriteria('inclusion', study.eligibility.inclusion),
      ...compileCriteria('exclusion', study.eligibility.exclusion),
    ],
    requirements: compileRules(study.requirements),
    holds: compileRules(study.holds),
    stops: compileRules(study.stops),
    checks: compileChecks(study.checks ?? {}),
    deviations: compileRules(study.deviations ?? {}),
    required: formsOf(study.required ?? []),
    continuing: study.continuing,
    procedures,
    encounters: entries(study.encounters).map(([id, { at, window, administers, appliesTo, ...encounter }]) => ({
      id,
      ...encounter,
      at: { value: at.value, unit: at.unit },
      window: { early: window.early.value, late: window.late.value },
      forms: [...new Set(encounter.procedures.flatMap((procedure) => formsByProcedure.get(procedure) ?? []))],
      administers: administers ?? false,
      ...applies(appliesTo),
    })),
    ...(study.logs === undefined
      ? {}
      : {
          logs: entries(study.logs).map(([id, { title, short, forms: used }]) => ({
            id,
            title,
            short,
            forms: formsOf(used),
          })),
        }),
    ...(study.unscheduled === undefined
      ? {}
      : { unscheduled: { ...study.unscheduled, forms: formsOf(study.unscheduled.forms) } }),
    outcomes: {
      primary: outcome(study.outcomes.primary),
      secondary: study.outcomes.secondary.map(outcome),
    },
    assumptions: entries(study.assumptions[assumptionsOf]).map(([id, assumption]) => ({ id, ...assumption })),
  })
}

const compileCritical = (critical: VerificationDefinition['critical'][number]) => {
  if (!('items' in critical)) return [{ form: critical[formOf].id }]
  const { id: form } = critical.form[formOf]
  return critical.items.map((item) => ({ form, item }))
}

/** SHA-256 of the canonical JSON (RFC 8785), in hex. Every event carries the hash of the study it was decided under. */
export const hashOf = (compiled: CompiledStudy): string =>
  createHash('sha256')
    .update(canonicalize(compiled) as string)
    .digest('hex')

/** What JSON makes of it: no undefined, no handles, nothing shared with the definition. */
const plain = (compiled: CompiledStudy): CompiledStudy => JSON.parse(JSON.stringify(compiled)) as CompiledStudy

const entries = <T>(named: Readonly<Record<string, T>>): [string, T][] => Object.entries(named)

const applies = (appliesTo: Condition | undefined) => (appliesTo === undefined ? {} : { appliesTo: appliesTo.node })

const outcome = ({ title, measure, encounter }: StudyDefinition['outcomes']['primary']) => ({
  title,
  measure: measure.node,
  encounter,
})

const compileCriteria = (type: 'inclusion' | 'exclusion', criteria: Criteria): CompiledCriterion[] =>
  entries(criteria).map(([id, { text, holds, appliesTo, reading, judgement, assumes }]) => ({
    id,
    type,
    text,
    holds: holds.node,
    ...applies(appliesTo),
    ...(reading === undefined ? {} : { reading }),
    judgement: judgement ?? false,
    assumes: assumes ?? [],
  }))

const compileRules = (rules: Rules): CompiledRule[] =>
  entries(rules).map(([id, { text, holds, appliesTo, reading, remedy, assumes }]) => ({
    id,
    text,
    holds: holds.node,
    ...applies(appliesTo),
    ...(reading === undefined ? {} : { reading }),
    remedy,
    assumes: assumes ?? [],
  }))

function compileFactor(factor: MinimisationFactor, sites: StudyDefinition['sites']): Omit<CompiledFactor, 'id'> {
  const { title, weight } = factor
  if ('levels' in factor) {
    const levels = entries(factor.levels).map(([id, level]) => ({ id, title: level.title, holds: level.holds.node }))
    return { title, weight, by: 'levels', levels }
  }
  const levels =
    factor.by === 'trial' ? [{ id: 'all', title }] : entries(sites).map(([id, site]) => ({ id, title: site.title }))
  return { title, weight, by: factor.by, levels }
}

const compileChecks = (checks: Checks): CompiledCheck[] =>
  entries(checks).map(([id, { text, expects, appliesTo, about, strictness, rows, reading, assumes }]) => ({
    id,
    text,
    expects: expects.node,
    ...applies(appliesTo),
    about: about.map(checkedItem),
    strictness,
    ...(rows === undefined ? {} : { rows }),
    ...(reading === undefined ? {} : { reading }),
    assumes: assumes ?? [],
  }))

function checkedItem(handle: Checked): CheckedItem {
  if (handle.kind === 'text') return { form: handle.form, item: handle.item, at: 'thisVisit' }
  if (handle.kind === 'repeat') {
    const { form, group, at } = handle.reference
    return { form, item: group, at }
  }
  const { node } = handle
  // A calculation stands nowhere; the check on edit checks names it.
  if (!('item' in node)) return { form: '', item: node.kind, at: 'latest' }
  const { form, item, at, group } = node
  return { form, item, at, ...(group === undefined ? {} : { group }) }
}

function compileForm(form: AnyForm): CompiledForm {
  const { items, blinding, laboratory, ...definition } = form[formOf]
  return {
    ...definition,
    laboratory: laboratory ?? false,
    items: entries(items).map(([id, item]) => compileItem(id, item, { blinding, burden: definition.burden })),
  }
}

const yesNo: Readonly<Record<string, Text>> = { yes: { en: 'Yes', nb: 'Ja' }, no: { en: 'No', nb: 'Nei' } }

function compileItem(id: string, item: ItemDefinition, form: Pick<CompiledItem, 'blinding' | 'burden'>): CompiledItem {
  const { appliesTo, question, label, blinding, optional, burden, ...rest } = item
  const inherited = { blinding: blinding ?? form.blinding, burden: burden ?? form.burden }
  const common = {
    id,
    question,
    label: label ?? question,
    ...inherited,
    optional: optional ?? false,
    ...applies(appliesTo),
  }
  switch (rest.type) {
    case 'number':
    case 'laboratory': {
      const { molarMass, ...numeric } = rest
      return { ...common, ...numeric, units: unitsOf(rest.unit, rest.alsoIn ?? [], molarMass) }
    }
    case 'coded':
      return { ...common, ...rest, codeOrder: Object.keys(rest.codes) }
    case 'yesNo':
      return { ...common, ...rest, codes: yesNo, codeOrder: ['yes', 'no'] }
    case 'repeat': {
      const { of, ...repeat } = rest
      return {
        ...common,
        ...repeat,
        columns: entries(of).map(([column, cell]) => compileItem(column, cell, inherited)),
      }
    }
    default:
      return { ...common, ...rest }
  }
}

/** A unit that cannot be converted is left out, and the check on units names it. */
function unitsOf(
  unit: string,
  alsoIn: readonly string[],
  molarMass: number | undefined,
): NonNullable<CompiledItem['units']> {
  const conversions = [unit, ...alsoIn].map((from) => [from, conversion(from, unit, molarMass)] as const)
  return Object.fromEntries(conversions.flatMap(([from, line]) => (line === undefined ? [] : [[from, line]])))
}
