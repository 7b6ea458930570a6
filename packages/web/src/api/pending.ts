/** A change that may have been recorded already: its key and its exact body, kept until the outcome is known. */
export interface Pending {
  readonly entry: string
  readonly key: string
  readonly body: object
}

/**
 * The request for an entry. The same entry sent again while its outcome is unknown keeps its key and every byte of its
 * body, so that it is recorded once at most; another entry is another change.
 */
export function pendingFor(
  before: Pending | undefined,
  path: string,
  body: object,
  make: { readonly key: () => string; readonly time: () => string },
): Pending {
  const entry = JSON.stringify([path, body])
  return before?.entry === entry ? before : { entry, key: make.key(), body: { ...body, clientTime: make.time() } }
}
