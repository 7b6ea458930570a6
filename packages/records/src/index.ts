export { type EmbeddedDatabase, type EmbeddedOptions, startEmbedded } from './embedded/startEmbedded.ts'
export { EmbeddedFailure, type EmbeddedFailureCode } from './embedded/failure.ts'
export { openCounters } from './migrate/counters.ts'
export { migrate, type MigrationResult } from './migrate/migrate.ts'
export { newPasswords, readOrCreatePasswords } from './pools/passwords.ts'
export { type Passwords, type Role, roleName, roles, roleUrl } from './pools/role.ts'
export { type Database, type DatabaseOptions, openDatabase } from './pools/database.ts'
export { Unavailable } from './pools/failure.ts'
export { countStatements, openPools, type Pools, type PoolsConfig } from './pools/pools.ts'
export {
  type Ahead,
  type Allocate,
  type AppendEntry,
  type AppendResult,
  type Derived,
  derived,
  type Deriving,
  type NewEvent,
} from './events/entry.ts'
export { type Appender, type AppenderOptions, createAppender } from './events/appender.ts'
export { appendAll, type WholeAct, type WholeResult } from './events/appendAll.ts'
export { load, loadAll, loadMany, loadRecords, loadSealed, recall, recallSealed } from './events/load.ts'
export { type Opened, openSealed, openStreams } from './events/open.ts'
export { openedAllocations, openArm, type ArmEntry, type ArmResult } from './events/openArms.ts'
export type { StoredEvent, Stream } from './events/stored.ts'
export {
  countModels,
  changedDocuments,
  type Document,
  findDocument,
  getDocument,
  type Page,
  type PageQuery,
  readModel,
  readModels,
} from './readModels.ts'
export {
  findDefinition,
  listDefinitions,
  listStudies,
  type Mode,
  type NewStudy,
  type RegisteredStudy,
  registerStudy,
} from './study.ts'
export {
  type Account,
  type FoundAccount,
  type AccountChange,
  changeAccount,
  createAccount,
  findAccount,
  listAccounts,
  type NewAccount,
} from './access/account.ts'
export { endGrant, type GrantResult, grantRole, type NewGrant, type Review, reviewGrant } from './access/grant.ts'
export {
  countFailures,
  type Failing,
  isKnownNetwork,
  listFailing,
  recordSignInAttempt,
  reportHeldBack,
} from './access/attempt.ts'
export {
  type Authenticator,
  changeAuthenticator,
  changeLink,
  changePasskey,
  findAuthenticator,
  findLinked,
  findPasskey,
  listPasskeys,
  type Passkey,
} from './access/factors.ts'
export {
  activate,
  type AdministeredPerson,
  disableAccount,
  findInvitation,
  type Invitation,
  invite,
  listPeople,
  listStaff,
  type PersonGrant,
  recordIdentityCheck,
} from './access/people.ts'
export {
  type Blindness,
  createSession,
  endSessions,
  findSession,
  type Grant,
  listSessions,
  type LiveSession,
  revokeSession,
  rotateSession,
  type Session,
  type SignInMeans,
  type StartedFrom,
} from './access/session.ts'
export {
  type Allocation,
  findAllocation,
  listAllocations,
  listState,
  type SealedList,
  sealList,
  type StratumState,
} from './randomisationList.ts'
export { readAllocationEvidence } from './allocationEvidence.ts'
export { emptyRoot, type Hash, leafHash, nodeHash, toDigest } from './merkle/hash.ts'
export { growTree, rootOf, type Tree } from './merkle/tree.ts'
export { type Inclusion, inclusionProof, verifyInclusion } from './merkle/inclusion.ts'
export { type Consistency, consistencyProof, verifyConsistency } from './merkle/consistency.ts'
export { type Verification, type VerifyOptions, verify, verifyAll } from './verify/verify.ts'
export { describeProblem, type Problem, type Sentence } from './verify/problem.ts'
export type { Checkpoint, LogState } from './verify/log.ts'
export { openLogHead } from './logHead.ts'
export { traceStudy } from './trail/trace.ts'
export { readActors, readTrail, type TrailEvent, type TrailPage, type TrailQuery } from './trail/readTrail.ts'
export { type Access, noteAccess, readAccess } from './trail/accessLog.ts'
export { noteReading, type Reading, readReadings } from './trail/readings.ts'
export { type Mail, mailFailed, mailSent, takeMail, waitingMail, type WaitingMail } from './outbox.ts'
export { checkSettings, type SettingFinding } from './settings.ts'
export { readOrCreateVaultKey, seal, unseal, type VaultKey } from './vault/cipher.ts'
export {
  type Asker,
  type Duplicate,
  eraseIdentity,
  findDuplicates,
  getIdentity,
  type Identity,
  putIdentity,
  type Vault,
} from './vault/identity.ts'
export {
  type EnvelopeFile,
  type EnvelopeOpeningFile,
  type EnvelopePlace,
  isProven,
  openEnvelope,
  proofOf,
  sealEnvelope,
} from './envelopes/envelope.ts'
export { secretFrom, secretId, secretLength, splitSecret, writeSecret } from './envelopes/secret.ts'
