import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { repeated } from './repeated.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('work done again and again', () => {
  test('given work that takes longer than its interval, when the next is due, then it is not begun twice at once', async () => {
    let begun = 0
    let end = (): void => undefined
    const work = () => {
      begun += 1
      return new Promise<void>((resolve) => (end = resolve))
    }
    const { stop } = repeated(10, work, () => undefined)
    await vi.advanceTimersByTimeAsync(35)
    expect(begun).toBe(1)
    end()
    await vi.advanceTimersByTimeAsync(10)
    expect(begun).toBe(2)
    const stopped = stop()
    end()
    await stopped
    await vi.advanceTimersByTimeAsync(50)
    expect(begun).toBe(2)
  })

  test('given work that fails, when it is due again, then it was told and is tried again', async () => {
    const failures: unknown[] = []
    const { stop } = repeated(
      10,
      () => Promise.reject(new Error('no connection')),
      (error) => void failures.push((error as Error).message),
    )
    await vi.advanceTimersByTimeAsync(25)
    await stop()
    expect(failures).toEqual(['no connection', 'no connection'])
  })
})
