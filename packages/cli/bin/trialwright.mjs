#!/usr/bin/env node
// The product needs Node 24. An older one that starts this file hands over to the Node that npm installed with the project.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = new URL('../src/main.ts', import.meta.url)
// Compiled once and kept with the installation, for the processes it starts too: it begins seconds sooner the second time.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL('../../../node_modules/.cache/trialwright/compiled', import.meta.url),
)
const pinned = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url))

const { enableCompileCache } = await import('node:module')

if (Number(process.versions.node.split('.')[0]) >= 24) {
  enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import(main.href)
} else if (existsSync(pinned)) {
  // The channel tells the child that this process is gone, even if it was killed.
  const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(pinned, [fileURLToPath(main), ...process.argv.slice(2)], { stdio })
  // A terminal sends Ctrl-C and its own end to both; passed on as well, the child would take them for a second, hurried one.
  const sentToBoth = process.stdin.isTTY ? ['SIGINT', 'SIGHUP'] : []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => sentToBoth.includes(signal) || child.kill(signal))
  child.once('error', (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
  child.once('close', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  console.error(
    `Trialwright needs Node 24 or newer; this is Node ${process.versions.node}. Install Node 24, then run the command again.`,
  )
  process.exitCode = 1
}
