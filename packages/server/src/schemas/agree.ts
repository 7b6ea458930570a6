import type {
  ForecastView,
  FormView,
  HistoryRow,
  OverviewView,
  ParticipantRow,
  ParticipantView,
  LocksView,
  MonitoringReport,
  MonitoringView,
  ParticipantVerification,
  VerificationPage,
  VisitVerification,
  PharmacyRow,
  PharmacyView,
  QueryRow,
  ScreeningView,
  SignaturesView,
  SitesView,
  StockView,
} from '@trialwright/conduct'
import type { Static, TSchema } from 'typebox'
import type { FormPage } from './form.ts'
import type { History, Participant, Summary } from './participant.ts'
import type { ParticipantVerificationPage, Verification, VisitVerificationPage } from './verification.ts'
import type { Monitoring, MonitoringReportPage } from './monitoring.ts'
import type { Locks } from './locks.ts'
import type { PharmacyList, Preparation } from './pharmacy.ts'
import type { QueryRowSchema } from './query.ts'
import type { Screening } from './screening.ts'
import type { Signatures } from './signatures.ts'
import type { Overview, SitesPage } from './study.ts'
import type { Forecast, Stock } from './supply.ts'

/*
 * Serialisation drops what a schema does not list, silently. So every field of a view must be in its schema and the other way
 * round, at every depth; where they differ this file does not compile, and the path of the difference stands in the error.
 */

/** Paths of all fields, through arrays; trees that contain themselves end at the third level. */
type Fields<T, Depth extends readonly unknown[] = []> = Depth['length'] extends 6
  ? never
  : T extends readonly (infer Item)[]
    ? Fields<Item, Depth>
    : T extends object
      ? string extends keyof T
        ? never
        : { [K in keyof T & string]-?: K | `${K}.${Fields<Exclude<T[K], undefined>, [...Depth, 0]>}` }[keyof T & string]
      : never

type Difference<View, Schema extends TSchema> =
  | Exclude<Fields<View>, Fields<Static<Schema>>>
  | Exclude<Fields<Static<Schema>>, Fields<View>>

type Agree<View, Schema extends TSchema> = [Difference<View, Schema>] extends [never] ? true : Difference<View, Schema>

export const agreements: readonly true[] = [
  true satisfies Agree<ParticipantRow, typeof Summary>,
  true satisfies Agree<ParticipantView, typeof Participant>,
  true satisfies Agree<readonly HistoryRow[], (typeof History)['properties']['rows']>,
  true satisfies Agree<FormView, typeof FormPage>,
  true satisfies Agree<PharmacyView, typeof Preparation>,
  true satisfies Agree<readonly PharmacyRow[], (typeof PharmacyList)['properties']['rows']>,
  true satisfies Agree<QueryRow, typeof QueryRowSchema>,
  true satisfies Agree<ScreeningView, typeof Screening>,
  true satisfies Agree<ParticipantVerification, typeof ParticipantVerificationPage>,
  true satisfies Agree<VisitVerification, typeof VisitVerificationPage>,
  true satisfies Agree<VerificationPage, typeof Verification>,
  true satisfies Agree<MonitoringView, typeof Monitoring>,
  true satisfies Agree<MonitoringReport, typeof MonitoringReportPage>,
  true satisfies Agree<LocksView, typeof Locks>,
  true satisfies Agree<SignaturesView, typeof Signatures>,
  true satisfies Agree<OverviewView, typeof Overview>,
  true satisfies Agree<SitesView, typeof SitesPage>,
  true satisfies Agree<StockView, typeof Stock>,
  true satisfies Agree<ForecastView, typeof Forecast>,
]
