import { addDuration, type CompiledItem } from '@trialwright/protocol'
import type { Distribution, Draws, ItemModel, VirtualAnswer } from '@trialwright/protocol/simulation'
import { defaultModel } from './defaults.ts'

/** How often a value outside the item's range is drawn again; the check of the model allows none that needs so many. */
const attempts = 1000

/** An answer to the item on a day, by its model or, without one, by its type and range. Undefined: left open. */
export function sampleItem(
  item: CompiledItem,
  model: ItemModel | undefined,
  draws: Draws,
  day: string,
  columnModel: (column: string) => ItemModel | undefined = () => undefined,
): VirtualAnswer | undefined {
  if (item.type === 'repeat') return sampleRows(item, draws, day, columnModel)
  const used = model ?? defaultModel(item)
  if (used === undefined) return undefined
  const { drawn, missing } = used
  if (missing && draws.of('missing').chance(missing.share)) return { absent: missing.why }
  return sample(item, drawn, draws, day)
}

function sample(item: CompiledItem, drawn: Distribution, draws: Draws, day: string): VirtualAnswer {
  switch (drawn.kind) {
    case 'always':
      return drawn.value
    case 'normal':
      return within(item, () => draws.normal(drawn.mean, drawn.sd))
    case 'logNormal':
      return within(item, () => drawn.median * Math.exp(draws.normal(0, drawn.spread)))
    case 'uniform':
      return within(item, () => drawn.low + draws.uniform() * (drawn.high - drawn.low))
    case 'oneOf':
      return draws.weighted(drawn.weights)
    case 'daysAgo': {
      const date = addDuration(day, { value: -draws.whole(drawn.least, drawn.most), unit: 'd' })
      const sharp = draws.uniform()
      const { month = 0, year = 0 } = drawn
      return sharp < year ? date.slice(0, 4) : sharp < year + month ? date.slice(0, 7) : date
    }
  }
}

/** Rounded as the item is reported; what falls outside its range is drawn again. */
function within({ id, range, decimals = 1 }: CompiledItem, draw: () => number): number {
  const [low, high] = range ?? [-Infinity, Infinity]
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const value = Number(draw().toFixed(decimals))
    if (value >= low && value <= high) return value
  }
  throw new RangeError(`${id}: ${attempts} draws fell outside ${low} to ${high}`)
}

function sampleRows(
  item: CompiledItem,
  draws: Draws,
  day: string,
  columnModel: (column: string) => ItemModel | undefined,
): VirtualAnswer {
  const { columns = [], rowFor } = item
  const fixed = columns.find(({ id }) => id === rowFor)
  const codes = fixed ? (fixed.codeOrder ?? Object.keys(fixed.codes ?? {})) : []
  const count = fixed ? codes.length : draws.of('rows').whole(0, 2)
  return Array.from({ length: count }, (_, row) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const answer =
          column.id === rowFor
            ? codes[row]
            : sampleItem(column, columnModel(column.id), draws.of(row, column.id), day, columnModel)
        return answer === undefined ? [] : [[column.id, answer]]
      }),
    ),
  )
}
