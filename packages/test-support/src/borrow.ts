import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    resources: string
  }
}

/** Borrows a resource in a test process. */
export async function borrow<Resource>(name: string): Promise<Resource> {
  const response = await fetch(`${inject('resources')}/${name}`)
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return JSON.parse(text) as Resource
}
