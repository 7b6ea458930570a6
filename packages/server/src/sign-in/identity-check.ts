import type { Session } from '@trialwright/records'

/**
 * Whether somebody has recorded that this person's identity was checked, without which nobody signs (21 CFR 11.100(b)).
 * Asked when pages say what may be signed; a signature itself asks the account anew.
 */
export const isIdentityChecked = ({ maySign }: Session): boolean => maySign
