import { inventedApprovals } from '@trialwright/conduct'
import { type CompiledStudy, localDay } from '@trialwright/protocol'
import type { SimulationModel } from '@trialwright/protocol/simulation'
import type { Hands, Who } from '../hands.ts'
import { delegateDuties } from './delegate.ts'
import { sure } from './sure.ts'

const officer: Who = { role: 'randomisationOfficer', site: null }
const administrator: Who = { role: 'administrator', site: null }
const dataManager: Who = { role: 'dataManager', site: null }

/** Seals the list, opens study and sites, and records the laboratories' limits, as far as that has not been done. */
export async function openStudy(hands: Hands, compiled: CompiledStudy, model?: SimulationModel): Promise<void> {
  sure('seal the list', await hands.send(officer, '/randomisation-list', {}, 'seal'), 'listAlreadySealed')
  sure('open the study', await hands.send(administrator, '/open', {}, 'open'), 'studyAlreadyOpen')
  const today = localDay(await hands.now(), compiled.sites[0]?.timeZone ?? 'UTC')
  for (const { id } of compiled.sites) {
    for (const approval of inventedApprovals(compiled, id, today)) {
      const label = `approval ${JSON.stringify(approval)}`
      const sent = await hands.send(administrator, '/record-approval', approval, label)
      sure(`approve ${id}`, sent, 'approvalRecorded', 'approvalComputed')
    }
    sure(`open ${id}`, await hands.send(administrator, '/open-site', { site: id }, `open ${id}`), 'siteAlreadyOpen')
  }
  await delegateDuties(hands, compiled, today)
  const ranges = model?.ranges ?? []
  if (ranges.length > 0)
    sure('record the limits', await hands.send(dataManager, '/laboratory-ranges', { ranges }, 'ranges'))
}
