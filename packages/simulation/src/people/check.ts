import type { CompiledItem, CompiledStudy } from '@trialwright/protocol'
import type { Distribution, ItemModel, SimulationModel } from '@trialwright/protocol/simulation'
import { nearest } from './nearest.ts'

/** What is wrong with a model, in words; nothing is what is wanted. */
export function checkModel(compiled: CompiledStudy, model: SimulationModel): readonly string[] {
  const items = itemsOf(compiled)
  const sites = compiled.sites.map(({ id }) => id)
  const arms = compiled.arms.map(({ id }) => id)
  const forms = compiled.forms.map(({ id }) => id)
  return [
    ...Object.entries(model.items).flatMap(([name, of]) => {
      const item = items.get(name)
      return item ? checkItem(name, item, of) : [unknown('items', name, [...items.keys()], 'item of a form')]
    }),
    ...Object.keys(model.recruitment.sites).flatMap((site) =>
      sites.includes(site) ? [] : [unknown('recruitment.sites', site, sites, 'site')],
    ),
    ...(Object.values(model.recruitment.sites).some((share) => share > 0) && model.recruitment.perMonth > 0
      ? []
      : ['simulation.recruitment: nobody would ever come; give a number a month and at least one site a share.']),
    ...Object.entries(model.scenarios).flatMap(([name, { effect }]) =>
      Object.keys(effect).flatMap((arm) =>
        arms.includes(arm) ? [] : [unknown(`scenarios.${name}.effect`, arm, arms, 'arm')],
      ),
    ),
    ...Object.entries(formsNamed(model)).flatMap(([where, named]) =>
      named.flatMap((form) => (forms.includes(form) ? [] : [unknown(where, form, forms, 'form')])),
    ),
    ...Object.entries({
      'reviewed.share': model.reviewed?.share,
      'reviewed.asked': model.reviewed?.asked,
      'codeBreaks.share': model.codeBreaks?.share,
    }).flatMap(([where, share]) => shareOf(`simulation.${where}`, share)),
  ]
}

const formsNamed = (model: SimulationModel): Readonly<Record<string, readonly string[]>> => ({
  firstContact: model.firstContact,
  afterInfusion: model.afterInfusion,
  atReturn: model.atReturn,
  retold: model.retold ?? [],
  'reviewed.forms': model.reviewed?.forms ?? [],
  unblindedForms: model.unblindedForms ?? [],
})

/** Every item by its name in a model: `form.item`, and `form.item.column`. */
export function itemsOf({ forms }: CompiledStudy): ReadonlyMap<string, CompiledItem> {
  return new Map(
    forms.flatMap((form) =>
      form.items.flatMap((item) => [
        [`${form.id}.${item.id}`, item] as const,
        ...(item.columns ?? []).map((column) => [`${form.id}.${item.id}.${column.id}`, column] as const),
      ]),
    ),
  )
}

function unknown(where: string, name: string, known: readonly string[], what: string): string {
  const meant = nearest(name, known)
  return `simulation.${where}: the study has no ${what} "${name}"${meant === undefined ? '' : `; "${meant}" may be meant`}.`
}

function checkItem(name: string, item: CompiledItem, { drawn, missing, mistyped }: ItemModel): readonly string[] {
  return [
    ...checkDrawn(item, drawn).map((wrong) => `simulation.items ${name}: ${wrong}`),
    ...shareOf(`simulation.items ${name}: missing`, missing?.share),
    ...shareOf(`simulation.items ${name}: mistyped`, mistyped),
  ]
}

const shareOf = (what: string, value: number | undefined): readonly string[] =>
  value === undefined || (value >= 0 && value <= 1) ? [] : [`${what} is ${value}; a share is from 0 to 1.`]

function checkDrawn(item: CompiledItem, drawn: Distribution): readonly string[] {
  const numeric = item.type === 'number' || item.type === 'laboratory'
  switch (drawn.kind) {
    case 'always':
      return typeof drawn.value === 'number'
        ? inRange(item, numeric, [drawn.value, drawn.value])
        : codes(item, [drawn.value])
    case 'normal':
      return drawn.sd < 0
        ? [`the standard deviation is ${drawn.sd}; it cannot be below 0.`]
        : inRange(item, numeric, [drawn.mean - 2 * drawn.sd, drawn.mean + 2 * drawn.sd])
    case 'logNormal':
      return drawn.median > 0 && drawn.spread >= 0
        ? inRange(item, numeric, [
            drawn.median * Math.exp(-2 * drawn.spread),
            drawn.median * Math.exp(2 * drawn.spread),
          ])
        : ['a skewed distribution needs a median above 0 and a spread of 0 or more.']
    case 'uniform':
      return drawn.low > drawn.high
        ? [`the lowest value ${drawn.low} is above the highest ${drawn.high}.`]
        : inRange(item, numeric, [drawn.low, drawn.high])
    case 'oneOf':
      return codes(item, Object.keys(drawn.weights)).concat(
        Object.values(drawn.weights).some((weight) => weight > 0) &&
          Object.values(drawn.weights).every((weight) => weight >= 0)
          ? []
          : ['weights are 0 or more, and one of them above 0.'],
      )
    case 'daysAgo':
      if (item.type !== 'date') return [`days ago are drawn for a date, and this is ${words[item.type]}.`]
      return (drawn.month ?? 0) + (drawn.year ?? 0) > 0 && !item.partial
        ? ['the item takes no partial date, so no month or year alone.']
        : []
  }
}

/** A distribution of which nearly nothing lies in the range would be drawn for ever. */
function inRange(item: CompiledItem, numeric: boolean, [from, to]: readonly [number, number]): readonly string[] {
  if (!numeric) return [`numbers are drawn, and the item is ${words[item.type]}.`]
  const [low, high] = item.range ?? [-Infinity, Infinity]
  if (to >= low && from <= high) return []
  const said = from === to ? `${from}` : `nearly all of it from ${rounded(from)} to ${rounded(to)}`
  return [`the distribution (${said}) cannot meet the item's range ${low} to ${high} ${item.unit ?? ''}.`]
}

function codes(item: CompiledItem, given: readonly string[]): readonly string[] {
  if (item.type === 'text' || item.type === 'time' || item.type === 'date') return []
  const known = item.type === 'yesNo' ? ['yes', 'no'] : Object.keys(item.codes ?? {})
  return given.flatMap((code) => {
    if (known.includes(code)) return []
    return known.length === 0
      ? [`a code is drawn, and the item is ${words[item.type]}.`]
      : [`"${code}" is none of its codes ${known.join(', ')}.`]
  })
}

const rounded = (value: number): string => String(Number(value.toPrecision(4)))

const words: Readonly<Record<CompiledItem['type'], string>> = {
  number: 'a number',
  laboratory: 'a laboratory value',
  coded: 'a choice of codes',
  yesNo: 'yes or no',
  date: 'a date',
  time: 'a time',
  text: 'a text',
  repeat: 'a repeating group',
}
