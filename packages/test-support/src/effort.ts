/** How many random cases a property runs: as given, and twenty times that in a nightly run. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: process.env['TRIALWRIGHT_EFFORT'] === 'nightly' ? usual * 20 : usual }
}
