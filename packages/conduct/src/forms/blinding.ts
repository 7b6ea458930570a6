import type { CompiledForm, CompiledItem } from '@trialwright/protocol'
import { isBlinded, type Role } from '../roles.ts'

const atSites: ReadonlySet<Role> = new Set(['participant', 'coordinator', 'nurse', 'investigator'])

/**
 * What a role may know of an item while the trial is blind: `open`, that it exists but not its value (`delayed`, for
 * everybody at the sites), or nothing at all (`unblindedOnly`, for every blinded role). Once the study is unblinded,
 * delayed values are open; those of the unblinded side stay where they were recorded.
 */
export function sightOf(item: CompiledItem, role: Role, unblinded = false): 'open' | 'hidden' | 'none' {
  if (item.blinding === 'unblindedOnly' && isBlinded(role)) return 'none'
  return !unblinded && item.blinding === 'delayed' && atSites.has(role) ? 'hidden' : 'open'
}

/**
 * Whether the role has anything to do with the form. A reader of images sees the forms of readers alone: reactions, CRP or
 * the course of treatment could tell the arm to the one who assesses an outcome.
 */
export const isSeenBy = (form: CompiledForm, role: Role): boolean => role !== 'mriReader' || form.filledBy === 'reader'

/** Whether blinded staff can have anything to do with the form. */
export const isForBlinded = (form: CompiledForm): boolean =>
  form.items.some(({ blinding }) => blinding !== 'unblindedOnly')

/** Who fills a form in. What a participant answers may be taken down by the site, as on the telephone. */
export const fillers: Readonly<Record<CompiledForm['filledBy'], readonly Role[]>> = {
  site: ['coordinator', 'nurse', 'investigator'],
  participant: ['participant', 'coordinator', 'nurse', 'investigator'],
  reader: ['mriReader', 'investigator'],
  investigator: ['investigator'],
}
