import { builtSql } from './builtSql.ts'
import { dateFromArgument } from './dateFromArgument.ts'

/** Rules of this project that no linter ships. */
export default {
  meta: { name: 'trialwright' },
  rules: { 'no-built-sql': builtSql, 'no-date-from-argument': dateFromArgument },
}
