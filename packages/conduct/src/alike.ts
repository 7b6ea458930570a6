/**
 * Whether two pieces of plain data say the same, in whatever order their fields stand: what was stored comes back with its
 * fields sorted. Fields that are undefined, and those named in `apart`, do not count.
 */
export const alike = (one: unknown, other: unknown, apart: readonly string[] = []): boolean =>
  inOrder(one, apart) === inOrder(other, apart)

const inOrder = (data: unknown, apart: readonly string[]): string =>
  JSON.stringify(data, (name, value: unknown) => {
    if (apart.includes(name)) return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
