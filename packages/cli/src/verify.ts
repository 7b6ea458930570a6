import path from 'node:path'
import { parseArgs } from 'node:util'
import { EmbeddedFailure, startEmbedded, type Verification, verifyAll } from '@trialwright/records'
import { existsSync } from 'node:fs'
import { Stop } from './stop.ts'

const help = `trialwright verify [--data ./data] [--language en|nb]

  Recomputes every audit log from the stored bytes and names the first bad record. Exit code 1 when there is one.
  DATABASE_URL   an administrator's URL, instead of the embedded database in the data folder (which must not be running)`

/** Verifies all logs of an installation. */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(help)
    return 0
  }
  const { data, language } = options(args)
  const { url, stop } = await reach(data, process.env['DATABASE_URL'])
  try {
    const results = await verifyAll(url)
    for (const result of results) console.log(lines(result, language).join('\n'))
    return results.some(({ problem }) => problem) ? 1 : 0
  } finally {
    await stop()
  }
}

function lines({ studyId, logs, problem }: Verification, language: 'en' | 'nb'): readonly string[] {
  const name = studyId === '-' ? (language === 'en' ? 'the installation' : 'installasjonen') : studyId
  return [
    ...logs.map(({ log, size, root }) => `${name}: ${log}, ${size} records, root ${root}`),
    ...(problem ? [`${name}: ${problem.text[language]}`] : []),
  ]
}

/** The administrator’s address of the installation, and how to let go of it. */
export async function reach(data: string, url: string | undefined) {
  if (url) return { url, stop: async () => undefined }
  const folder = path.join(data, 'postgres')
  if (!existsSync(folder)) throw new Stop(`There are no data in ${data}; name the folder with --data.`)
  try {
    const { adminUrl, stop } = await startEmbedded({ folder, durable: true })
    return { url: adminUrl, stop }
  } catch (error) {
    throw error instanceof EmbeddedFailure ? new Stop(error.message) : error
  }
}

function options(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string', default: 'data' }, language: { type: 'string', default: 'en' } },
    })
    return { data: path.resolve(values.data), language: values.language === 'nb' ? ('nb' as const) : ('en' as const) }
  } catch (error) {
    throw new Stop(`${(error as Error).message}\n\n${help}`)
  }
}
