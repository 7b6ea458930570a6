import { describe, expect, test } from 'vitest'
import { createAttempts, network, type Try } from './attempts.ts'

function setting() {
  let now = 0
  const attempts = createAttempts(new Uint8Array(32), () => now)
  const from = (change: Partial<Try> = {}) =>
    attempts.sources({ login: 'kari', address: '10.0.0.1', device: undefined, knownNetwork: false, ...change })
  const fail = (sources: ReturnType<typeof from>, times: number) => {
    let last = false
    for (let time = 0; time < times; time += 1) last = attempts.failed(sources)
    return last
  }
  return { attempts, from, fail, later: (ms: number) => (now += ms) }
}

describe('guessing a password', () => {
  test('given nine failures, when a tenth try comes, then it may be made; the tenth failure is the last one let through', () => {
    const { attempts, from, fail } = setting()
    expect(fail(from(), 9)).toBe(false)
    expect(attempts.wait(from())).toBe(0)
    expect(fail(from(), 1)).toBe(true)
  })

  test('given ten failures, when another try comes, then it waits until the first is an hour old', () => {
    const { attempts, from, fail, later } = setting()
    fail(from(), 10)
    expect(attempts.wait(from())).toBe(3600)
    later(3_600_001)
    expect(attempts.wait(from())).toBe(0)
  })

  test('P11-23 given a stranger who failed from everywhere, when the owner comes from a network of theirs, then the owner waits for nothing', () => {
    const { attempts, from, fail } = setting()
    for (let place = 0; place < 50; place += 1) fail(from({ address: `203.0.${place}.9` }), 1)
    expect(attempts.wait(from({ address: '198.51.100.1' }))).toBeGreaterThan(0)
    expect(attempts.wait(from({ knownNetwork: true }))).toBe(0)
  })

  test('given a stranger on the same network, when the owner comes from the known browser, then the owner waits for nothing', () => {
    const { attempts, from, fail } = setting()
    fail(from({ knownNetwork: true }), 50)
    const device = attempts.deviceCookie('Kari')
    expect(attempts.wait(from({ device }))).toBe(0)
    expect(attempts.wait(from({ device: 'forged', knownNetwork: true }))).toBeGreaterThan(0)
    expect(attempts.wait(from({ device: attempts.deviceCookie('ola'), knownNetwork: true }))).toBeGreaterThan(0)
  })

  test('given failures, when the right password comes, then they are forgotten, but not those of the network with other names', () => {
    const { attempts, from, fail } = setting()
    fail(from(), 9)
    attempts.succeeded(from())
    fail(from({ address: '10.9.9.9' }), 9)
    expect(attempts.wait(from({ address: '10.9.9.9' }))).toBe(0)
    fail(from({ login: 'ola', address: '10.9.9.9' }), 1)
    expect(attempts.wait(from({ login: 'per', address: '10.9.9.9' }))).toBeGreaterThan(0)
  })

  test('given a network people sign in from, when some mistype, then the others do not wait', () => {
    const { attempts, from, fail } = setting()
    attempts.succeeded(from({ login: 'eva' }), '10.0.0.7')
    for (const login of ['a', 'b', 'c', 'd']) fail(from({ login }), 9)
    expect(attempts.wait(from({ login: 'e' }))).toBe(0)
    for (let name = 0; name < 100; name += 1) fail(from({ login: `n${name}` }), 1)
    expect(attempts.wait(from({ login: 'e' }))).toBeGreaterThan(0)
  })

  test('one stranger holds a whole network', () => {
    expect(network('::ffff:192.0.2.17')).toBe('192.0.2')
    expect(network('2001:db8:1:2::3')).toBe('2001:db8:1')
  })
})

describe('P11-23 a hundred thousand guesses', () => {
  /** How many of so many guesses, one after the other within one hour, were let through to the password. */
  const effective = (tries: number, of: (index: number) => Partial<Try>) => {
    const { attempts, from } = setting()
    let through = 0
    for (let index = 0; index < tries; index += 1) {
      const sources = from(of(index))
      if (attempts.wait(sources) > 0) continue
      through += 1
      attempts.failed(sources)
    }
    return through
  }

  test('at one account from one address: ten', () => {
    expect(effective(100_000, () => ({ address: '203.0.113.9' }))).toBe(10)
  })

  test('at one account from a thousand networks: ten', () => {
    expect(effective(100_000, (index) => ({ address: `203.${index % 250}.${index % 4}.9` }))).toBe(10)
  })

  test('at ten thousand accounts from one network: ten', () => {
    expect(effective(100_000, (index) => ({ login: `person${index % 10_000}`, address: '203.0.113.9' }))).toBe(10)
  })
})
