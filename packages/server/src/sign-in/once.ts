const lifetime = 5 * 60_000
const most = 10_000

/** Keeps what one request began and another ends: for five minutes, once, in this process. */
export function createOnce<Value>(clock: () => number = () => performance.now()) {
  const kept = new Map<string, { readonly value: Value; readonly until: number }>()
  return {
    keep(key: string, value: Value): void {
      kept.set(key, { value, until: clock() + lifetime })
      const first = kept.size > most ? kept.keys().next().value : undefined
      if (first !== undefined) kept.delete(first)
    },
    take(key: string): Value | undefined {
      const found = kept.get(key)
      kept.delete(key)
      return found !== undefined && found.until > clock() ? found.value : undefined
    },
  }
}

export type Once<Value> = ReturnType<typeof createOnce<Value>>
