import { audit } from './audit.ts'
import { account } from './account.ts'
import { common } from './common.ts'
import { deviations } from './deviations.ts'
import { delegation } from './delegation.ts'
import { files } from './files.ts'
import { forms } from './forms.ts'
import { locks } from './locks.ts'
import { monitoring } from './monitoring.ts'
import { participants } from './participants.ts'
import { people } from './people.ts'
import { pharmacy } from './pharmacy.ts'
import { randomisation } from './randomisation.ts'
import { queries } from './queries.ts'
import { screening } from './screening.ts'
import { shell } from './shell.ts'
import { signatures } from './signatures.ts'
import { study } from './study.ts'
import { supply } from './supply.ts'
import { timeline } from './timeline.ts'
import { today } from './today.ts'
import { treatment } from './treatment.ts'
import { trial } from './trial.ts'
import { verification } from './verification.ts'
import { unblinding } from './unblinding.ts'

/** Every text of the product, each language beside the other, so that none can be missing. */
export const messages = {
  ...audit,
  ...account,
  ...common,
  ...deviations,
  ...delegation,
  ...files,
  ...forms,
  ...locks,
  ...monitoring,
  ...participants,
  ...people,
  ...pharmacy,
  ...randomisation,
  ...queries,
  ...screening,
  ...shell,
  ...signatures,
  ...study,
  ...supply,
  ...timeline,
  ...today,
  ...treatment,
  ...trial,
  ...unblinding,
  ...verification,
} as const

export type MessageKey = keyof typeof messages
