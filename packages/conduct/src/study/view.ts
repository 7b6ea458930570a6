import type { CompiledStudy, Study } from '@trialwright/protocol'
import type { ParticipantSummary } from '../participant/types.ts'
import type { StudyState } from './state.ts'
import { approvalInForce, inclusionRefusals, isComputed, missingApprovals, versionAt } from './approvals.ts'
import type { Flow, OverviewView, SiteRecruitment, SitesView } from './types.ts'

/** Made from the list's rows alone: no arm, no event is needed. Ask with rows brought to `today` by `asOf`. */
export function overview(
  study: Study,
  state: StudyState,
  rows: readonly ParticipantSummary[],
  today: string,
  versions: readonly CompiledStudy[] = [study.compiled],
): OverviewView {
  const { compiled } = study
  const { sealed, opened } = state
  return {
    study: compiled.id,
    today,
    ...(opened ? { mode: opened.mode, opened: { at: opened.at } } : {}),
    ...(sealed ? { sealed: { commitment: sealed.commitment, at: sealed.at } } : {}),
    target: compiled.target,
    randomised: rows.filter(isRandomised).length,
    sites: compiled.sites.map(({ id, title, target }) => {
      const openedAt = state.sites[id]
      return {
        site: id,
        title,
        target,
        ...(openedAt === undefined ? {} : { opened: openedAt }),
        including: inclusionRefusals(versionAt(versions, state, id) ?? compiled, state, id).length === 0,
        missingApprovals: missingApprovals(compiled, state, id).map((missing) => missing.title),
        ...recruitment(
          rows.filter(({ site }) => site === id),
          today,
        ),
      }
    }),
    flow: flowOf(
      compiled.criteria.map(({ id }) => id),
      rows,
    ),
    overdue: sum(rows, ({ overdue }) => overdue),
    missing: sum(rows, ({ missing }) => missing),
    assumptions: compiled.assumptions,
  }
}

/** Each site's approvals, with the version that runs there. `versions` in the order they came, the newest last. */
export function sitesView(
  study: Study,
  state: StudyState,
  versions: readonly CompiledStudy[],
  today: string,
): SitesView {
  const { compiled } = study
  return {
    today,
    version: compiled.version,
    opened: state.opened !== undefined,
    sites: compiled.sites.map(({ id, title }) => {
      const opened = state.sites[id]
      const running = versionAt(versions, state, id)
      const version = running?.version
      return {
        site: id,
        title,
        ...(opened === undefined ? {} : { opened }),
        including: inclusionRefusals(running ?? compiled, state, id).length === 0,
        ...(version === undefined ? {} : { version }),
        approvals: (compiled.approvals ?? []).map((needed) => {
          const found = approvalInForce(compiled, state, id, needed)
          return {
            approval: needed.id,
            title: needed.title,
            eachVersion: needed.eachVersion,
            ...(found && {
              recorded: {
                version: found.protocolVersion,
                reference: found.reference,
                day: found.day,
                at: found.at,
                by: found.by.name,
                computed: isComputed(compiled, state, id, needed),
              },
            }),
          }
        }),
      }
    }),
  }
}

const isRandomised = ({ days }: ParticipantSummary): boolean => days.randomised !== undefined

const sum = (rows: readonly ParticipantSummary[], of: (row: ParticipantSummary) => number): number =>
  rows.reduce((total, row) => total + of(row), 0)

const count = (rows: readonly ParticipantSummary[], holds: (row: ParticipantSummary) => boolean): number =>
  rows.filter(holds).length

function recruitment(
  rows: readonly ParticipantSummary[],
  today: string,
): Omit<SiteRecruitment, 'site' | 'title' | 'target' | 'opened' | 'including' | 'missingApprovals'> {
  const months = rows.flatMap(({ days }) => days.randomised?.slice(0, 7) ?? [])
  const first = months.toSorted()[0]
  return {
    registered: rows.length,
    consented: count(rows, ({ days }) => days.consented !== undefined),
    screenFailed: count(rows, ({ status }) => status === 'screenFailed'),
    randomised: months.length,
    byMonth: (first === undefined ? [] : monthsBetween(first, today.slice(0, 7))).map((month) => ({
      month,
      randomised: months.filter((each) => each === month).length,
    })),
  }
}

/** Both included; `2026-11`, `2026-12`, `2027-01`. */
function monthsBetween(first: string, last: string): readonly string[] {
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const [from, to] = [numberOf(first), numberOf(last)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const month = from + index
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}

function flowOf(criteria: readonly string[], rows: readonly ParticipantSummary[]): Flow {
  const included = rows.filter(isRandomised)
  const before = rows.filter((row) => !isRandomised(row))
  const allGiven = ({ infusions }: ParticipantSummary) => infusions.given === infusions.planned
  return {
    registered: rows.length,
    consented: count(rows, ({ days }) => days.consented !== undefined),
    declined: count(before, ({ status }) => status === 'declined'),
    inScreening: count(before, ({ status }) => status === 'consented' || status === 'inScreening'),
    screenFailed: count(before, ({ status }) => status === 'screenFailed'),
    failedCriteria: criteria.flatMap((criterion) => {
      const failed = count(before, ({ screenFailure }) => screenFailure?.criteria.includes(criterion) === true)
      return failed > 0 ? [{ criterion, count: failed }] : []
    }),
    withdrewBeforeRandomisation: count(before, ({ status }) => status === 'withdrawn'),
    eligibleNotYetRandomised: count(before, ({ status }) => status === 'eligible'),
    randomised: included.length,
    startedTreatment: count(included, ({ infusions }) => infusions.given > 0),
    onTreatment: count(included, ({ status }) => status === 'randomised' || status === 'onTreatment'),
    stoppedTreatment: count(included, ({ days, status }) => days.stopped !== undefined && status !== 'withdrawn'),
    completedTreatment: count(included, allGiven),
    withdrewAfterRandomisation: count(included, ({ status }) => status === 'withdrawn'),
    completed: count(included, ({ status }) => status === 'completed'),
  }
}
