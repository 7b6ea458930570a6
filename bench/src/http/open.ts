import { randomUUID } from 'node:crypto'
import { inventedApprovals, type Role } from '@trialwright/conduct'
import type { CompiledStudy } from '@trialwright/protocol'

/** Draws the list, opens study and sites and records the laboratory's limits, through HTTP. */
export async function openForBench(
  address: string,
  compiled: CompiledStudy,
  cookie: (role: Role) => Promise<string>,
): Promise<void> {
  const { id: study, sites } = compiled
  const as = async (role: Role) => {
    const header = await cookie(role)
    return async (name: string, body: object = {}): Promise<void> => {
      const response = await fetch(`${address}/api/studies/${study}/${name}`, {
        method: 'POST',
        headers: { cookie: header, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify(body),
      })
      if (!response.ok) throw new Error(`${name}: ${await response.text()}`)
    }
  }
  await (await as('randomisationOfficer'))('randomisation-list')
  const administrator = await as('administrator')
  await administrator('open')
  for (const { id } of sites) {
    for (const approval of inventedApprovals(compiled, id, '2020-01-01'))
      await administrator('record-approval', approval)
    await administrator('open-site', { site: id })
  }
  const limits = { laboratory: 'Lab', form: 'blood', from: '2020-01-01', fromAge: 0, toAge: 120, sex: 'any' }
  await (await as('dataManager'))('laboratory-ranges', {
    ranges: [
      { ...limits, item: 'haemoglobin', low: 115, high: 170, unit: 'g/L' },
      { ...limits, item: 'creatinine', low: 45, high: 105, unit: 'umol/L' },
    ],
  })
}
