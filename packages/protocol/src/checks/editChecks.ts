import type { CheckedItem, CompiledCheck, CompiledStudy } from '../compiled.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { opened, readsOf, topItem } from './walk.ts'

const { error } = findingsOf('editChecks')

/** An edit check is about values that are there, of the rows it is asked of, and asks about something it reads. */
export const editChecks: Check = (study) => study.checks.flatMap((check) => [...judge(study, check)])

function* judge(study: CompiledStudy, check: CompiledCheck): Generator<Finding> {
  const path = `checks.${check.id}`
  const { about, rows, expects } = check
  for (const each of about) {
    if (itemOf(study, each) === undefined)
      yield error(
        path,
        `Is about ${nameOf(each)}, which the study does not record.`,
        `Gjelder ${nameOf(each)}, som studien ikke registrerer.`,
      )
    if (each.group !== undefined && (rows?.form !== each.form || rows.group !== each.group))
      yield error(
        path,
        `Is about ${nameOf(each)}, but is not asked of each row of it.`,
        `Gjelder ${nameOf(each)}, men spørres ikke om for hver rad.`,
      )
  }
  const [first] = about
  if (rows !== undefined && first?.group === undefined)
    yield error(
      path,
      'Is asked of each row, but the value asked about first stands in none.',
      'Spørres om for hver rad, men verdien det først spørres om, står ikke i noen.',
    )
  // What reads the day of the form is about any value of it.
  const readsDay = [...opened(study, expects)].some(({ kind }) => kind === 'today')
  const read = new Set(readsOf(study, expects).map((each) => `${each.form}.${topItem(each)}`))
  if (!readsDay && !about.some((each) => read.has(`${each.form}.${topItem(each)}`)))
    yield error(path, 'Is about no value it reads.', 'Gjelder ingen verdi den leser.')
}

const itemOf = (study: CompiledStudy, { form, item, group }: CheckedItem) => {
  const items = study.forms.find(({ id }) => id === form)?.items ?? []
  const columns = items.find(({ id }) => id === group)?.columns ?? []
  return (group === undefined ? items : columns).find(({ id }) => id === item)
}

const nameOf = ({ form, item, group }: CheckedItem): string =>
  [form, group, item].filter((part) => part !== undefined && part !== '').join('.')
