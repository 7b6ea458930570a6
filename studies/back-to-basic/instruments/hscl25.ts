import { defineDerived, defineForm, meanOfAnswered } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'
import { levels, numbered } from './placeholder.ts'

const names = [
  'i01',
  'i02',
  'i03',
  'i04',
  'i05',
  'i06',
  'i07',
  'i08',
  'i09',
  'i10',
  'i11',
  'i12',
  'i13',
  'i14',
  'i15',
  'i16',
  'i17',
  'i18',
  'i19',
  'i20',
  'i21',
  'i22',
  'i23',
  'i24',
  'i25',
] as const

const answers = levels('1', '2', '3', '4')
const points = { '1': 1, '2': 2, '3': 3, '4': 4 }

/** Hopkins Symptom Checklist, 25 items from 1 to 4. */
export const hscl25 = defineForm(
  'hscl25',
  {
    title: { en: 'Hopkins Symptom Checklist 25', nb: 'Hopkins symptomsjekkliste 25' },
    blinding: 'open',
    filledBy: 'participant',
    burden: 'question',
    licensed: { holder: 'Not settled', instrument: 'Hopkins Symptom Checklist 25' },
  },
  numbered(
    names,
    (number) =>
      ({
        type: 'coded',
        codes: answers,
        question: { en: `HSCL-25 item ${number}`, nb: `HSCL-25 ledd ${number}` },
      }) as const,
  ),
)

const [first, ...rest] = names

/** Mean of the answered items, 1 to 4. Source: Derogatis et al., Behavioral Science 1974. */
export const hsclMean = defineDerived(
  'hsclMean',
  { en: 'HSCL-25 mean', nb: 'HSCL-25-gjennomsnitt' },
  meanOfAnswered(
    assumed.hsclMinimumAnswered,
    hscl25[first].scoredAs(points, '{score}'),
    ...rest.map((name) => hscl25[name].scoredAs(points, '{score}')),
  ),
)
