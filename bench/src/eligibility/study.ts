import { loadStudy, type Study } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { backToBasic } from '@trialwright/study-back-to-basic'

/** The real protocol, as the server loads it. */
export const study: Study = loadStudy(compileStudy(backToBasic))
