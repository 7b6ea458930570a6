import type { CompiledItem, RawEntry, Refusal, Text } from '@trialwright/protocol'
import { useId, useState } from 'react'
import { Said } from '../../elements/Field.tsx'
import { useWords } from '../../language/useWords.tsx'
import { EntryControl } from '../forms/EntryControl.tsx'

const yesNo: Readonly<Record<string, Text>> = { yes: { en: 'Yes', nb: 'Ja' }, no: { en: 'No', nb: 'Nei' } }

export function SelfCheckQuestion(props: {
  readonly item: CompiledItem
  readonly raw: RawEntry
  readonly refusal: Refusal | undefined
  readonly change: (raw: RawEntry) => void
}) {
  const { t, say } = useWords()
  const id = useId()
  const [left, setLeft] = useState(false)
  const { item, raw, change } = props
  const question = say(item.selfCheck ?? item.question)
  const problem = left && props.refusal ? `${say(props.refusal.reason)} ${say(props.refusal.remedy)}` : undefined
  if (item.type === 'repeat') return <AnyQuestion name={id} question={question} raw={raw} change={change} />
  const codes = item.type === 'yesNo' ? yesNo : item.codes
  if (codes !== undefined) {
    return (
      <fieldset className="field">
        <legend>{question}</legend>
        <div className="choices">
          {Object.entries(codes).map(([code, label]) => (
            <label key={code} className="choice">
              <input type="radio" name={id} checked={raw.typed === code} onChange={() => change({ typed: code })} />
              {say(label)}
            </label>
          ))}
          <label className="choice">
            <input
              type="radio"
              name={id}
              checked={raw.absent === 'notKnown'}
              onChange={() => change({ typed: '', absent: 'notKnown' })}
            />
            {t('selfCheck.dontKnow')}
          </label>
        </div>
      </fieldset>
    )
  }
  return (
    <div className="field">
      <label htmlFor={id}>{question}</label>
      <EntryControl
        item={item}
        raw={raw}
        change={change}
        onLeave={() => setLeft(true)}
        control={{
          id,
          'aria-describedby': problem === undefined ? undefined : `${id}-problem`,
          'aria-invalid': problem === undefined ? undefined : true,
        }}
      />
      <Said id={id} problem={problem} />
    </div>
  )
}

/** Of a list it is asked whether there is anything to list: no settles it, yes leaves it for the site to ask what. */
function AnyQuestion(props: {
  readonly name: string
  readonly question: string
  readonly raw: RawEntry
  readonly change: (raw: RawEntry) => void
}) {
  const { say, t } = useWords()
  const { raw, change } = props
  const given = raw.rows === undefined ? undefined : raw.complete === true ? 'no' : 'yes'
  return (
    <fieldset className="field">
      <legend>{props.question}</legend>
      <div className="choices">
        {(['yes', 'no'] as const).map((answer) => (
          <label key={answer} className="choice">
            <input
              type="radio"
              name={props.name}
              checked={given === answer}
              onChange={() => change({ typed: '', rows: [], complete: answer === 'no' })}
            />
            {say(yesNo[answer] as Text)}
          </label>
        ))}
        <label className="choice">
          <input
            type="radio"
            name={props.name}
            checked={raw.absent === 'notKnown'}
            onChange={() => change({ typed: '', absent: 'notKnown' })}
          />
          {t('selfCheck.dontKnow')}
        </label>
      </div>
    </fieldset>
  )
}
