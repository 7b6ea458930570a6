import { type CompiledStudy, type Entry, loadStudy, parseEntry, type RawEntry } from '@trialwright/protocol'
import { useMemo, useState } from 'react'
import { useWords } from '../../language/useWords.tsx'
import { isBlank } from '../forms/raw.ts'
import { SelfCheckQuestion } from './SelfCheckQuestion.tsx'
import { SelfCheckResult } from './SelfCheckResult.tsx'

const keyOf = (form: string, item: string): string => `${form}.${item}`

/**
 * The same criteria as the enrolment gate's, evaluated here in the browser on what a person can know of themselves.
 * Answers live in this component only.
 */
export function SelfCheck({ definition }: { readonly definition: CompiledStudy }) {
  const { t, say, language } = useWords()
  const study = useMemo(() => loadStudy(definition), [definition])
  const [answers, setAnswers] = useState<Readonly<Record<string, RawEntry>>>({})
  const today = todayHere()
  const asked = useMemo(
    () =>
      study.selfCheckItems.map((one) => {
        const item = study.item(one.form, one.item)
        const raw = answers[keyOf(one.form, one.item)] ?? { typed: '' }
        return { ...one, item, raw, read: isBlank(raw) ? undefined : parseEntry(item, raw, language, { today }) }
      }),
    [study, answers, language, today],
  )
  const record = useMemo(() => {
    const forms = new Map<string, Record<string, Entry>>()
    for (const { form, item, read } of asked)
      if (read?.ok) forms.set(form, { ...forms.get(form), [item.id]: read.value })
    return study.record({
      today,
      events: { consent: today },
      ranges: [],
      forms: [...forms].map(([form, entries]) => ({
        form,
        encounter: study.compiled.encounters[0]?.id ?? '',
        date: today,
        entries,
      })),
    })
  }, [study, asked, today])
  const shown = asked.filter(
    ({ item }) => item.appliesTo === undefined || study.condition(item.appliesTo, record) !== 'no',
  )
  const groups = [...Map.groupBy(shown, (one) => one.form)]
  const answered = shown.filter(({ read }) => read?.ok).length
  return (
    <div className="self-check">
      <p className="quiet">{t('selfCheck.help')}</p>
      <div className="self-check-columns">
        <form onSubmit={(event) => event.preventDefault()}>
          {groups.map(([form, questions]) => (
            <section key={form} className="self-check-group">
              <h3>{say(study.form(form).title)}</h3>
              {questions.map((one) => (
                <SelfCheckQuestion
                  key={keyOf(one.form, one.item.id)}
                  item={one.item}
                  raw={one.raw}
                  refusal={one.read?.ok === false ? one.read.refusals[0] : undefined}
                  change={(raw) => setAnswers((all) => ({ ...all, [keyOf(one.form, one.item.id)]: raw }))}
                />
              ))}
            </section>
          ))}
        </form>
        <SelfCheckResult
          study={study}
          record={record}
          answered={answered}
          count={shown.length}
          clear={() => setAnswers({})}
        />
      </div>
    </div>
  )
}

/** The calendar day where the person is. */
const todayHere = (): string => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(Date.now())
