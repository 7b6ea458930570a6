import type { Session } from '@trialwright/records'

/**
 * Whether somebody has recorded that this person's identity was checked, without which nobody signs (21 CFR 11.100(b)).
 * People of a demo are invented, and so is the check.
 */
export const isIdentityChecked = ({ demo }: Session): boolean => demo
