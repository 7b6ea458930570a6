import { overview, type OverviewView, type ParticipantSummary } from '@trialwright/conduct'
import { timeZoneOf } from './http/call.ts'
import type { StudyCall } from './routes/route.ts'
import { summaries } from './summaries.ts'

const kept = new WeakMap<readonly ParticipantSummary[], { readonly key: string; readonly page: OverviewView }>()

/** The overview, counted anew when a row, the study or the day changed. */
export async function overviewPage({ ports, study, studyState, streams }: StudyCall): Promise<OverviewView> {
  const today = ports.clock.today(timeZoneOf(study.compiled))
  const rows = await summaries(ports, study)
  const key = [today, study.hash, ...[...streams].map(([id, { version }]) => `${id} ${version}`)].join('|')
  const found = kept.get(rows)
  if (found?.key === key) return found.page
  const versions = study.versions.map(({ compiled }) => compiled)
  const page = overview(study.study, studyState, rows, today, versions)
  kept.set(rows, { key, page })
  return page
}
