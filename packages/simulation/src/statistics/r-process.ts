import { pathToFileURL } from 'node:url'
import { startR } from './r.ts'
import type { FromR, ToR } from './r-apart.ts'

/* The process of R, started with the file of definitions. It ends with whoever started it. */

const tell = (told: FromR): void => void process.send?.(told)
process.once('disconnect', () => process.exit(0))
const r = await startR(pathToFileURL(process.argv[2] ?? ''))
process.on('message', ({ asked, expression }: ToR) => {
  r.text(expression).then(
    (text) => tell({ asked, text }),
    (error: unknown) => tell({ asked, why: (error as Error).message }),
  )
})
tell({ name: r.name })
