import { closeSync, existsSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { writeHeapSnapshot } from 'node:v8'

const step = 1024 * 1024
const nothing = Buffer.alloc(step)

/**
 * Writes what this process holds in memory to a file: on Linux every page it can write to, buffers and freed memory
 * included; elsewhere V8's heap snapshot.
 */
export function dumpMemory(file: string): void {
  if (!existsSync('/proc/self/mem')) return void writeHeapSnapshot(file)
  const memory = openSync('/proc/self/mem', 'r')
  const out = openSync(file, 'w', 0o600)
  const page = Buffer.alloc(step)
  for (const { from, to } of writable()) {
    for (let at = from; at < to; at += BigInt(step)) {
      const length = Number(to - at < BigInt(step) ? to - at : BigInt(step))
      try {
        const read = readSync(memory, page, 0, length, at)
        if (!page.subarray(0, read).equals(nothing.subarray(0, read))) writeSync(out, page, 0, read)
      } catch {
        // a page that the kernel keeps for itself
      }
    }
  }
  closeSync(memory)
  closeSync(out)
}

const writable = (): readonly { readonly from: bigint; readonly to: bigint }[] =>
  readFileSync('/proc/self/maps', 'latin1')
    .split('\n')
    .flatMap((line) => {
      const found = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line)
      return found && !/\[v(var|dso|syscall)/.test(line)
        ? [{ from: BigInt(`0x${found[1]}`), to: BigInt(`0x${found[2]}`) }]
        : []
    })
