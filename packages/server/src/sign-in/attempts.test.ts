import { describe, expect, test } from 'vitest'
import { createAttempts, network } from './attempts.ts'

function setting() {
  let now = 0
  const attempts = createAttempts(() => now)
  const fail = (source: string, times: number) => {
    for (let time = 0; time < times; time += 1) attempts.failed(source)
  }
  return { attempts, fail, later: (ms: number) => (now += ms) }
}

describe('guessing a password', () => {
  test('given nine failures, when a tenth try comes, then it may be made', () => {
    const { attempts, fail } = setting()
    const source = attempts.source('kari', '10.0.0.1', undefined)
    fail(source, 9)
    expect(attempts.wait(source)).toBe(0)
  })

  test('given ten failures, when another try comes, then it waits until the first is an hour old', () => {
    const { attempts, fail, later } = setting()
    const source = attempts.source('kari', '10.0.0.1', undefined)
    fail(source, 10)
    expect(attempts.wait(source)).toBe(3600)
    later(3_600_001)
    expect(attempts.wait(source)).toBe(0)
  })

  test('given a stranger who failed elsewhere, when the owner comes, then the owner waits for nothing', () => {
    const { attempts, fail } = setting()
    fail(attempts.source('kari', '203.0.113.9', undefined), 50)
    expect(attempts.wait(attempts.source('kari', '10.0.0.1', undefined))).toBe(0)
  })

  test('given a stranger on the same network, when the owner comes from the known browser, then the owner waits for nothing', () => {
    const { attempts, fail } = setting()
    fail(attempts.source('kari', '10.0.0.1', undefined), 50)
    const device = attempts.deviceCookie('Kari')
    expect(attempts.wait(attempts.source('kari', '10.0.0.2', device))).toBe(0)
    expect(attempts.wait(attempts.source('kari', '10.0.0.2', 'forged'))).toBeGreaterThan(0)
    expect(attempts.wait(attempts.source('kari', '10.0.0.2', attempts.deviceCookie('ola')))).toBeGreaterThan(0)
  })

  test('given failures, when the right password comes, then they are forgotten', () => {
    const { attempts, fail } = setting()
    const source = attempts.source('kari', '10.0.0.1', undefined)
    fail(source, 9)
    attempts.succeeded(source)
    fail(source, 9)
    expect(attempts.wait(source)).toBe(0)
  })

  test('one stranger holds a whole network', () => {
    expect(network('::ffff:192.0.2.17')).toBe('192.0.2')
    expect(network('2001:db8:1:2::3')).toBe('2001:db8:1')
  })
})
