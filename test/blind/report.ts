/** Prints a line of figures, for the record of a run. */
export function report(what: string, figures: object): void {
  const words = Object.entries(figures).flatMap(([name, value]) => {
    if (value instanceof Map || value instanceof Set || String(value).length > 200) return []
    return [`${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`]
  })
  console.info(`blind · ${what}: ${words.join(', ')}`)
}
