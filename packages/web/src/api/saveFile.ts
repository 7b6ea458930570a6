import type { Refusal } from '@trialwright/protocol'
import type { Problem } from './call.ts'

/** Asks the server for a file and hands it to the browser to keep. Answers what stood in the way, if anything. */
export async function saveFile(path: string, body: object): Promise<Problem | undefined> {
  let response: Response
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    })
    if (!response.ok) {
      const content = (await response.json().catch(() => undefined)) as { refusals?: readonly Refusal[] } | undefined
      return { status: response.status, refusals: content?.refusals ?? [], unknown: response.status >= 502 }
    }
    keep(await response.blob(), nameOf(response.headers.get('content-disposition')))
    return undefined
  } catch {
    return { status: 0, refusals: [], unknown: true }
  }
}

const nameOf = (disposition: string | null): string => /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'file'

function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
