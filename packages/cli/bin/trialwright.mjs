#!/usr/bin/env node
// The product needs Node 24. An older one that starts this file hands over to the Node that npm installed with the project.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = new URL('../src/main.ts', import.meta.url)
const pinned = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(main.href)
} else if (existsSync(pinned)) {
  const child = spawnSync(pinned, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exitCode = child.status ?? 1
} else {
  console.error(
    `Trialwright needs Node 24 or newer; this is Node ${process.versions.node}. Install Node 24, then run the command again.`,
  )
  process.exitCode = 1
}
