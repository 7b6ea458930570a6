import type { ForecastPage, StockPage } from '../page.ts'
import { note, type World } from '../world.ts'
import { later } from './screen.ts'

const pharmacistAt = (site: string) => ({ role: 'unblindedPharmacist', site })

/** Reads what the site's participants will need and orders what is missing, in boxes. */
export async function restock(world: World, site: string): Promise<void> {
  if (!world.compiled.supply) return
  const { products } = await world.hands.read<ForecastPage>(pharmacistAt(site), `/stock/${site}/forecast`)
  for (const { product, toOrder } of products) {
    const box = world.model.deliveries?.[product]?.box ?? 20
    if (toOrder > 0) await deliver(world, site, Math.ceil(toOrder / box) * box, 'order', product)
  }
}

/** A delivery arrives, cold all the way, and is released. */
export async function deliver(
  world: World,
  site: string,
  vials: number,
  why: string,
  product = world.compiled.supply?.products[0]?.id ?? '',
): Promise<void> {
  const { hands, today, model } = world
  const stock = `/stock/${site}`
  const { brand, shelfLife } = model.deliveries?.[product] ?? { brand: product, shelfLife: 540 }
  const batch = `${site}-${today.replaceAll('-', '')}`
  const received = await hands.send(
    pharmacistAt(site),
    `${stock}/receive-vials`,
    {
      product,
      brand,
      batch,
      expiry: later(today, shelfLife),
      vials,
      shipment: `FS-${batch}`,
      coldChain: 'kept',
    },
    `${today} ${site} ${why} ${product}`,
  )
  if (!received.ok) throw new Error(`a delivery was refused at ${site}: ${received.refusals[0]?.reason.en}`)
  const { lots } = await hands.read<StockPage>(pharmacistAt(site), stock)
  const lot = lots.find((each) => each.batch === batch)?.lot ?? ''
  const released = await hands.send(
    pharmacistAt(site),
    `${stock}/release-vials`,
    { lot },
    `${today} ${site} ${why} release ${lot}`,
  )
  note(world, { code: site }, 'release-vials', released)
}
