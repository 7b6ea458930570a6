import type { Flow } from '../../api/studyTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import type { MessageKey } from '../../language/messages/index.ts'

interface Step {
  readonly title: MessageKey
  readonly count: number
  readonly aside: readonly (readonly [MessageKey, number])[]
}

const stepsOf = (flow: Flow): readonly Step[] => [
  {
    title: 'flow.registered',
    count: flow.registered,
    aside: [
      ['flow.declined', flow.declined],
      ['flow.notYetConsented', flow.registered - flow.consented - flow.declined],
    ],
  },
  {
    title: 'flow.consented',
    count: flow.consented,
    aside: [
      ['flow.screenFailed', flow.screenFailed],
      ['flow.withdrew', flow.withdrewBeforeRandomisation],
      ['flow.inScreening', flow.inScreening],
      ['flow.eligibleWaiting', flow.eligibleNotYetRandomised],
    ],
  },
  {
    title: 'flow.randomised',
    count: flow.randomised,
    aside: [['flow.notStarted', flow.randomised - flow.startedTreatment]],
  },
  {
    title: 'flow.started',
    count: flow.startedTreatment,
    aside: [
      ['flow.onTreatment', flow.onTreatment],
      ['flow.stopped', flow.stoppedTreatment],
      ['flow.withdrew', flow.withdrewAfterRandomisation],
    ],
  },
  { title: 'flow.completedTreatment', count: flow.completedTreatment, aside: [] },
  { title: 'flow.completed', count: flow.completed, aside: [] },
]

/** The flow of participants: who went on, and beside each step who did not. */
export function FlowChart({ flow }: { readonly flow: Flow }) {
  const { t, number } = useWords()
  return (
    <section className="card">
      <header>
        <h2>{t('overview.flow')}</h2>
        <span className="quiet small">{t('overview.flowHelp')}</span>
      </header>
      <ol className="body consort">
        {stepsOf(flow).map((step) => (
          <li key={step.title}>
            <div className="box">
              <span>{t(step.title)}</span>
              <strong className="data">{number(step.count)}</strong>
            </div>
            {step.aside.length > 0 && (
              <dl className="box aside">
                {step.aside.map(([title, count]) => (
                  <div key={title}>
                    <dt>{t(title)}</dt>
                    <dd className="data">{number(count)}</dd>
                    {title === 'flow.screenFailed' && flow.failedCriteria.length > 0 && (
                      <dd className="quiet small criteria-counts">
                        {flow.failedCriteria.map((one) => `${one.criterion} (${one.count})`).join(', ')}
                      </dd>
                    )}
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
