import type { Conductor, Course } from '../course.ts'
import { admitSomebody } from './people.ts'
import { withdrawApproval } from './approvals.ts'
import { askAndAnswer } from './queries.ts'
import { delegateLate } from './delegation.ts'
import { judgeDeviation } from './deviations.ts'
import { secondLists } from './lists.ts'
import { freezeAndLock } from './locks.ts'
import { visitSite } from './monitoring.ts'
import { takeFiles } from './files.ts'
import { takeResults } from './results.ts'
import { keepShelves } from './shelves.ts'
import { signRecords } from './signatures.ts'
import { verifyValues } from './verification.ts'

/** The seven who are randomised; who they are by then is told in the script. */
export type Cast = Readonly<Record<'one' | 'two' | 'three' | 'four' | 'five' | 'six' | 'seven', Course>>

/** A small part of the script: the commands of one process, carried out and refused. */
export type Act = (conductor: Conductor, cast: Cast) => Promise<void>

/**
 * Acts played while treatment is under way: one on treatment, two stopped by a reaction, three held and released, four
 * infused, five stopped, six withdrawn, seven waiting. The commands of a new route are carried out in an act of this list;
 * pages need none, unless they show something only after a command.
 */
export const furtherActs: readonly Act[] = [
  secondLists,
  keepShelves,
  withdrawApproval,
  admitSomebody,
  verifyValues,
  visitSite,
  askAndAnswer,
  judgeDeviation,
  takeResults,
  delegateLate,
]

/** Acts played when the last visits are over, before everything is read once more and the blind ends. */
export const lastActs: readonly Act[] = [signRecords, freezeAndLock, takeFiles]
