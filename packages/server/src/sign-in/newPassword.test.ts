import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newPasswordRefusals } from './newPassword.ts'

const codes = (password: string) =>
  newPasswordRefusals(password, ['kari.nordmann', 'Kari Nordmann']).map(({ code }) => code)

describe('a new password', () => {
  test.each(['short', 'fourteen chars', ''])('“%s” is too short', (password) => {
    expect(codes(password)).toEqual(['passwordShort'])
  })

  test.each([
    'PasswordPassword1!',
    'Velkommen2026!!!',
    'correct horse battery staple',
    'qwertyuiopasdfghjkl',
    '123456789012345678',
    'aaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'KariNordmann2026',
    'Sommer2025Vinter2026',
    'P4ssw0rd-Sykehus-2026',
    'trialwrighttrialwright',
  ])('“%s” is what guessers try first', (password) => {
    expect(codes(password)).toEqual(['passwordCommon'])
  })

  test.each(['grønne elger spiser lunsj', 'purple kettles dislike rain', 'vT9#kqLm2!xRw7Zb', 'fjorten blå ballonger'])(
    '“%s” is taken',
    (password) => {
      expect(codes(password)).toEqual([])
    },
  )

  test('any text is judged, none makes it fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (password) => codes(password).length <= 1))
  })
})
