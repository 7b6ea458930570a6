import { expect, test } from 'vitest'
import { permissions, viewPermissions } from './permissions.ts'
import { isBlinded, isRole } from './roles.ts'

test('P11-11: nobody who may write what blinded roles read may see an arm, and no sponsor role enters site data (R3-04)', () => {
  const writers = new Set(
    Object.entries(permissions).flatMap(([command, roles]) =>
      command === 'recordPreparation' || command === 'handOver' ? [] : roles,
    ),
  )
  expect([...writers].filter((role) => !isBlinded(role))).toEqual(['randomisationOfficer'])
  for (const command of ['recordForm', 'recordConsent', 'confirmEligibility', 'randomise', 'startInfusion'] as const)
    for (const role of ['monitor', 'dataManager', 'statistician', 'inspector', 'administrator'] as const)
      expect(permissions[command]).not.toContain(role)
})

test('B1: what tells the arm is read by unblinded roles alone', () => {
  for (const view of ['pharmacy', 'randomisationList'] as const)
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
