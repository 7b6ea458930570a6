import { fact, type EvaluationRecord } from './expression/fact.ts'

/** The same record asked about another day, counted from 1970-01-01: nothing else in a record depends on the day that is asked about. */
export const askedOn = (record: EvaluationRecord, day: number): EvaluationRecord => ({
  ...record,
  today: fact({ low: day, high: day }),
})
