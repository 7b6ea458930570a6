import { send } from '../course.ts'
import type { Act } from './further.ts'

/** The north's laboratory sends a file: looked at, taken, refused when it comes again, and never by somebody else. */
export const takeResults: Act = async (conductor, { one, seven }) => {
  const nurse = conductor.someone('nurse', 'north')
  const path = '/laboratory-files/north'
  const day = conductor.clock.today()
  await seven.does('coordinator', 'record-unscheduled-visit', { day, reason: 'fever', forms: ['blood'] })
  const sent = {
    file: Buffer.from(
      [
        'participant,encounter,sampled,blood.haemoglobin,blood.haemoglobin.unit',
        `${one.code},day0,${day},14.1,g/dL`,
        `${seven.code},,${day},150,g/L`,
      ].join('\n'),
    ).toString('base64'),
    name: 'results.csv',
    laboratory: 'Lab',
    format: { separator: ',', decimal: '.', dates: 'YYYY-MM-DD' },
  }
  const looked = await send(conductor, 200, 'a file looked at', nurse, { path: `${path}/preview`, body: sent })
  const { seen } = looked.body as { readonly seen: string }
  // Of the first participant, blood was recorded that day already.
  const given = { ...sent, seen, reason: 'the laboratory’s own file' }
  const take = (ending: number | string, who = nurse) =>
    send(conductor, ending, 'a file taken', who, { path: `${path}/import`, body: given })
  await take('roleMissing', conductor.someone('monitor'))
  await take('otherSite', conductor.someone('nurse', 'south'))
  await take(201)
  await take('fileTaken')
}
