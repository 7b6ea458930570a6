import { expect, test } from 'vitest'
import { permissions, viewPermissions } from './permissions.ts'
import { isBlinded, isRole } from './roles.ts'

/** What these write nobody blinded reads, but that a masked bag has come or was taken back. */
const ofThePharmacy = [
  'recordPreparation',
  'checkPreparation',
  'handOver',
  'takeBagBack',
  'wasteBag',
  'receiveVials',
  'releaseVials',
  'recordExcursion',
  'decideExcursion',
  'countStock',
  'wasteVials',
  'sendBackVials',
  'destroyVials',
  'bookGiven',
]

/** Sealed, with no twin that blinded roles read. */
const ofTheUnblinded = ['recordUnblindedForm', 'unblindForSafety']

/** A signature under one’s own name on the site’s log, with no word of one’s own. */
const withoutWords = ['acceptDelegation']

test('P11-11: nobody who may write what blinded roles read may see an arm, and no sponsor role enters site data (R3-04)', () => {
  const writers = new Set(
    Object.entries(permissions).flatMap(([command, roles]) =>
      [...ofThePharmacy, ...ofTheUnblinded, ...withoutWords].includes(command) ? [] : roles,
    ),
  )
  expect([...writers].filter((role) => !isBlinded(role))).toEqual(['randomisationOfficer'])
  for (const command of ['recordForm', 'recordConsent', 'confirmEligibility', 'randomise', 'startInfusion'] as const)
    for (const role of ['monitor', 'dataManager', 'statistician', 'inspector', 'administrator'] as const)
      expect(permissions[command]).not.toContain(role)
})

test('B1: what tells the arm is read by unblinded roles alone', () => {
  for (const view of ['pharmacy', 'stock', 'randomisationList'] as const)
    expect(viewPermissions[view].filter(isBlinded)).toEqual([])
  for (const view of ['participant', 'screening', 'form', 'history', 'overview', 'participants'] as const)
    expect(viewPermissions[view].every(isBlinded)).toBe(true)
})

test('every command and view has somebody', () => {
  for (const roles of [...Object.values(permissions), ...Object.values(viewPermissions)])
    expect(roles.length).toBeGreaterThan(0)
})

test('a role is one of the list', () => {
  expect(isRole('nurse')).toBe(true)
  expect(isRole('toString')).toBe(false)
})
