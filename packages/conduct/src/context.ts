import type { Language, LaboratoryRange, Refusal } from '@trialwright/protocol'
import type { OpenLine } from './locks/open.ts'
import type { Evidence } from './monitoring/evidence.ts'
import type { Role } from './roles.ts'
import type { StudyState } from './study/state.ts'
import type { StockState } from './supply/state.ts'

/** Who asks. `site` is null for a role that holds for every site. */
export interface Actor {
  readonly account: string
  readonly printedName: string
  readonly role: Role
  readonly site: string | null
}

/** What surrounds a command: the study clock, the person, the language typed in. Nothing else varies a decision. */
interface Asked {
  /** The study clock's instant in UTC, `2026-11-22T13:05:00.000Z`. */
  readonly now: string
  /** The local calendar day at the site (for study commands: of the study), `2026-11-22`. */
  readonly today: string
  readonly actor: Actor
  /** Language of what was typed: 12,5 or 12.5. */
  readonly language: Language
  /** The client's own clock and offset, kept beside the study clock: `2026-11-22T14:05:00+01:00`. */
  readonly clientTime?: string
}

/** For commands on one participant. */
export interface Context extends Asked {
  /** The participant's site; for registerParticipant the site asked for. */
  readonly site: string
  readonly ranges: readonly LaboratoryRange[]
  readonly studyState: StudyState
  /** The server has just checked the actor's password again; a signature needs it. */
  readonly passwordChecked?: boolean
  /** Somebody has recorded that the actor's identity was checked (21 CFR 11.100(b)); without it nobody signs. */
  readonly identityChecked?: boolean
}

/** Whoever holds a role in the study now, and which. */
export interface StaffGrants {
  readonly account: string
  readonly name: string
  readonly grants: readonly { readonly role: Role; readonly site: string | null }[]
}

export type Mode = 'demo' | 'training' | 'production'

/** For commands on the study itself. */
export interface StudyContext extends Asked {
  readonly mode: Mode
  /** Opening: drawn beforehand, 128 bits in hex; see `StudyOpened`. */
  readonly samplingSalt?: string
  /** What the record tells of the day of the monitoring visit that is reported. */
  readonly evidence?: Evidence
  /** What is open in the data that a lock would close: of the site named, or of the whole study. */
  readonly open?: readonly OpenLine[]
  /** Delegation and training: who holds which role now. */
  readonly people?: readonly StaffGrants[]
  /** Names of the findings at hand. */
  readonly findings?: readonly string[]
  /** As in `Context`. */
  readonly passwordChecked?: boolean
  /** As in `Context`. */
  readonly identityChecked?: boolean
}

/** For the pharmacy's commands. */
export interface PreparationContext extends Context {
  /** Drawn beforehand by `drawLabel`, without regard to the arm. */
  readonly label: string
  /** The site's stock, where the study keeps one. */
  readonly stock?: StockState
}

/** For commands on a site's stock. */
export interface SupplyContext extends Asked {
  readonly site: string
  /** Labels of the infusions that the blinded side has started at the site. */
  readonly started: ReadonlySet<string>
}

/** What every event says of itself; the records add the definition's hash, the position and their own clock. */
export interface Recorded {
  /** The study clock's instant, UTC. */
  readonly at: string
  readonly by: { readonly account: string; readonly name: string; readonly role: Role }
  readonly clientTime?: string
}

export type Refused = { readonly ok: false; readonly refusals: readonly Refusal[] }
