import { accountRoutes } from './account.ts'
import { auditRoutes } from './audit.ts'
import { consentRoutes } from './consent.ts'
import { delegationRoutes } from './delegation.ts'
import { demoRoutes } from './demo.ts'
import { deviationRoutes } from './deviations.ts'
import { encounterRoutes } from './encounters.ts'
import { envelopeRoutes } from './envelopes.ts'
import { exportRoutes } from './exports.ts'
import { formRoutes } from './forms.ts'
import { laboratoryRoutes } from './laboratory.ts'
import { lockRoutes } from './locks.ts'
import { monitoringRoutes } from './monitoring.ts'
import { participantRoutes } from './participants.ts'
import { peopleRoutes } from './people.ts'
import { pharmacyRoutes } from './pharmacy.ts'
import { providerRoutes } from './providers.ts'
import { publicRoutes } from './public.ts'
import { queryRoutes } from './queries.ts'
import { randomisationRoutes } from './randomisation.ts'
import type { Route } from './route.ts'
import { roleRoutes } from './roles.ts'
import { screeningRoutes } from './screening.ts'
import { signatureRoutes } from './signatures.ts'
import { signInRoutes } from './sign-in.ts'
import { studyRoutes } from './study.ts'
import { supplyRoutes } from './supply.ts'
import { todayRoutes } from './today.ts'
import { treatmentRoutes } from './treatment.ts'
import { unblindedResultRoutes } from './unblinded-results.ts'
import { unblindingRoutes } from './unblinding.ts'
import { verificationRoutes } from './verification.ts'

/** The one table: permissions, schemas, OpenAPI, the access matrix and the fuzz are read from it. */
export const routes: readonly Route[] = [
  ...publicRoutes,
  ...signInRoutes,
  ...providerRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...roleRoutes,
  ...delegationRoutes,
  ...demoRoutes,
  ...studyRoutes,
  ...randomisationRoutes,
  ...todayRoutes,
  ...participantRoutes,
  ...consentRoutes,
  ...screeningRoutes,
  ...formRoutes,
  ...laboratoryRoutes,
  ...signatureRoutes,
  ...lockRoutes,
  ...queryRoutes,
  ...verificationRoutes,
  ...monitoringRoutes,
  ...deviationRoutes,
  ...encounterRoutes,
  ...treatmentRoutes,
  ...pharmacyRoutes,
  ...supplyRoutes,
  ...unblindingRoutes,
  ...envelopeRoutes,
  ...unblindedResultRoutes,
  ...auditRoutes,
  ...exportRoutes,
]
