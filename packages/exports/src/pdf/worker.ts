import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/* Sets pages in a thread of its own: a casebook takes a second, in which the server answers others. */

export interface Job {
  readonly id: number
  readonly template: string
  readonly inputs: Record<string, string>
}

export type Done = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly failed: string }

const compiler = NodeCompiler.create()

parentPort?.on('message', ({ id, template, inputs }: Job) => {
  let done: Done
  try {
    const mainFileContent = readFileSync(path.join(import.meta.dirname, '..', template), 'utf8')
    done = { id, pdf: new Uint8Array(compiler.pdf({ mainFileContent, inputs })) }
  } catch (error) {
    done = { id, failed: String((error as Error).message) }
  }
  // What was set stays cached for a few rounds only, so that memory does not grow with casebooks.
  compiler.evictCache(2)
  parentPort?.postMessage(done)
})
