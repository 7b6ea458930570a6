/** What is used of a library that ships no types. */
declare module '@lhncbc/ucum-lhc' {
  interface UcumUtils {
    validateUnitString(unit: string): { readonly status: 'valid' | 'invalid' | 'error' }
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { readonly suggest?: boolean; readonly molecularWeight?: number },
    ): { readonly status: 'succeeded' | 'failed' | 'error'; readonly toVal: number | null }
  }
  const ucum: { readonly UcumLhcUtils: { getInstance(): UcumUtils } }
  export default ucum
}
