import type { Invariant } from '../report/invariants/invariant.ts'
import type { AnalysisSet } from '../report/analysis.ts'
import type { CoreTrial } from './trial.ts'

/** The same seed run without a server must give everybody the same arm, the same infusions and the same measures. */
export function agreesWithCore({ rows, encounters }: AnalysisSet, core: CoreTrial): Invariant {
  const inCore = new Map(core.people.map((each) => [`${each.site} ${each.number}`, each]))
  const treated = core.people.filter(({ infusions }) => infusions > 0).length
  const wrong = rows.flatMap(({ code, site, arm, infusions, measures }) => {
    const other = inCore.get(`${site} ${numberIn(code)}`)
    if (!other) return [`${code} is not in the core’s trial`]
    const here = [arm, infusions, ...encounters.map((id) => measures[id] ?? '–')].join(' ')
    const there = [other.arm, other.infusions, ...encounters.map((id) => other.measures[id] ?? '–')].join(' ')
    return here === there ? [] : [`${code}: ${here} through the server, ${there} through the core`]
  })
  return {
    id: 'core',
    text: 'The pure core gives the same arms, infusions and measures from the same seed',
    checked: rows.length,
    wrong: treated === rows.length ? wrong : [...wrong, `${rows.length} were treated, ${treated} in the core`],
  }
}

/** `OUS-012` is the twelfth of its site. */
const numberIn = (code: string): number => Number(code.split('-').at(-1))
