import canonicalize from 'canonicalize'

/** Canonical JSON (RFC 8785): what is stored and hashed. Members that are undefined are left out. */
export function canonicalText(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('the value is not JSON')
  return text
}
