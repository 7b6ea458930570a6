import { loadStudy, type CompiledStudy } from '@trialwright/protocol'
import type { RunState } from '../driver/state.ts'
import { type AnalysisSet, analysisSetOf } from './analysis.ts'
import { type DeviationFigures, deviationsOf, type QueryFigures, queriesOf } from './asked.ts'
import { of, participantsIn, readEvents } from './events.ts'
import { rangesIn } from './facts.ts'
import { type FlowFigures, flowOf } from './flow.ts'
import { checkInvariants } from './invariants/all.ts'
import type { Invariant } from './invariants/invariant.ts'
import { type StockFigures, stockOfSites } from './stock.ts'
import { type Recruitment, recruitmentOf, type VisitFigures, visitsOf } from './visits.ts'

export interface Report {
  readonly study: { readonly id: string; readonly version: string; readonly title: string }
  readonly run: Pick<RunState, 'seed' | 'participants' | 'scenario' | 'began' | 'today' | 'commands' | 'seconds'>
  readonly flow: FlowFigures
  readonly recruitment: Recruitment
  readonly visits: readonly VisitFigures[]
  readonly stock: readonly StockFigures[]
  readonly balance: readonly { readonly site: string; readonly arms: Readonly<Record<string, number>> }[]
  readonly counts: readonly (readonly [what: string, count: number])[]
  readonly queries: readonly QueryFigures[]
  readonly deviations: readonly DeviationFigures[]
  readonly invariants: readonly Invariant[]
  readonly analysis: AnalysisSet
  readonly unexpected: RunState['unexpected']
}

/**
 * What the exported events say of the trial; nothing is asked of the server. The set to be analysed is told first, for whoever
 * has it analysed meanwhile.
 */
export function reportOf(
  compiled: CompiledStudy,
  state: RunState,
  text: string,
  tell: (analysis: AnalysisSet) => void = () => undefined,
): Report {
  const study = loadStudy(compiled)
  const events = readEvents(text)
  const people = participantsIn(events)
  const ranges = rangesIn(events)
  const sites = compiled.sites.map(({ id }) => id)
  const analysis = analysisSetOf(study, people, ranges)
  tell(analysis)
  return {
    study: { id: compiled.id, version: compiled.version, title: compiled.title.en },
    run: state,
    flow: flowOf(compiled, people),
    recruitment: recruitmentOf(compiled, people),
    visits: visitsOf(compiled, people),
    stock: stockOfSites(events, sites),
    balance: sites.map((site) => ({
      site,
      arms: Object.fromEntries(
        compiled.arms.map(({ id }) => [id, people.filter((told) => told.site === site && told.arm === id).length]),
      ),
    })),
    counts: counted.map(([what, type]) => [what, of(events, type).length]),
    queries: queriesOf(sites, people),
    deviations: deviationsOf(people),
    invariants: checkInvariants({ study, events, people, ranges }),
    analysis,
    unexpected: state.unexpected,
  }
}

const counted = [
  ['infusions begun', 'InfusionStarted'],
  ['reactions to an infusion', 'InfusionReaction'],
  ['holds', 'TreatmentHeld'],
  ['treatments stopped', 'TreatmentStopped'],
  ['withdrawals of consent', 'ConsentWithdrawn'],
  ['visits missed', 'VisitMissed'],
  ['forms recorded or corrected', 'FormRecorded'],
  ['queries asked', 'QueryOpened'],
  ['queries answered', 'QueryAnswered'],
  ['deviations judged', 'DeviationClassified'],
  ['forms compared with the source', 'ValuesVerified'],
  ['visits signed', 'VisitSigned'],
  ['casebooks signed', 'CasebookSigned'],
  ['code breaks', 'CodeBreakRecorded'],
  ['deliveries of vials', 'VialsReceived'],
] as const
