import { defineDerived, defineForm, tallyOf, type Condition } from '@trialwright/protocol'
import { numbered } from './placeholder.ts'

const statements = [
  's01',
  's02',
  's03',
  's04',
  's05',
  's06',
  's07',
  's08',
  's09',
  's10',
  's11',
  's12',
  's13',
  's14',
  's15',
  's16',
  's17',
  's18',
  's19',
  's20',
  's21',
  's22',
  's23',
  's24',
] as const

/** Roland-Morris Disability Questionnaire: 24 statements, true today or not; one left blank is not true. */
export const rmdq = defineForm(
  'rmdq',
  {
    title: { en: 'Roland-Morris questionnaire', nb: 'Roland-Morris-skjema' },
    blinding: 'open',
    filledBy: 'participant',
    burden: 'question',
    licensed: { holder: 'M. Roland and R. Morris', instrument: 'Roland-Morris Disability Questionnaire' },
  },
  numbered(
    statements,
    (number) =>
      ({
        type: 'yesNo',
        optional: true,
        question: { en: `RMDQ statement ${number}`, nb: `RMDQ utsagn ${number}` },
      }) as const,
  ),
)

/** Number of true statements, 0 to 24. Source: Roland and Morris, Spine 1983. */
export const rmdqScore = defineDerived(
  'rmdqScore',
  { en: 'Roland-Morris score', nb: 'Roland-Morris-skår' },
  tallyOf(...(statements.map((statement) => rmdq[statement].isYes()) as [Condition, ...Condition[]])),
)
