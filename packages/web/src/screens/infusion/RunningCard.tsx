import { useState } from 'react'
import type { Infusion, Participant } from '../../api/participantTypes.ts'
import { useClock } from '../../api/useToday.ts'
import type { CommandField } from '../../command/fields.ts'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'
import { type InfusionCommand, InfusionForm, offers } from './InfusionForm.tsx'
import { vitals, vitalUnits } from './vitals.ts'

const commands = [
  ['recordObservation', 'infusion.observe'],
  ['recordReaction', 'infusion.reaction'],
  ['interruptInfusion', 'infusion.interrupt'],
  ['resumeInfusion', 'infusion.resume'],
  ['endInfusion', 'infusion.end'],
] as const satisfies readonly (readonly [InfusionCommand, MessageKey])[]

/** What can be recorded while an infusion runs and after it; one form open at a time. */
export function RunningCard(props: {
  readonly participant: Participant
  readonly encounter: string
  readonly infusion: Infusion
}) {
  const { t } = useWords()
  const { participant, encounter } = props
  const offered = commands.filter(([command]) => offers(participant, encounter, command))
  const [chosen, setChosen] = useState<InfusionCommand>('recordObservation')
  const open = offered.find(([command]) => command === chosen) ?? offered[0]
  const fields = useFields(participant)
  if (open === undefined) return null
  const [command, title] = open
  return (
    <section className="card running">
      <header>
        <div className="segments" role="group">
          {offered.map(([one, name]) => (
            <button key={one} type="button" aria-pressed={one === command} onClick={() => setChosen(one)}>
              {t(name)}
            </button>
          ))}
        </div>
      </header>
      <div className="body">
        <InfusionForm
          key={`${command} ${props.infusion.observations.length} ${props.infusion.status}`}
          participant={participant}
          encounter={encounter}
          command={command}
          submit={t(title)}
          fields={fields[command]}
          shape={command === 'recordObservation' ? withVitals : command === 'recordReaction' ? withGrade : undefined}
        />
      </div>
    </section>
  )
}

const withVitals = (body: Readonly<Record<string, string | number>>) => ({
  time: body['time'],
  note: body['note'],
  vitals: Object.fromEntries(vitals.flatMap((vital) => (body[vital] === undefined ? [] : [[vital, body[vital]]]))),
})

const withGrade = (body: Readonly<Record<string, string | number>>) => ({ ...body, grade: Number(body['grade']) })

function useFields({ site: { timeZone }, today }: Participant): Readonly<
  Record<Exclude<InfusionCommand, 'startInfusion'>, readonly CommandField[]>
> & {
  readonly startInfusion: readonly CommandField[]
} {
  const { t } = useWords()
  const time: CommandField = { name: 'time', label: t('time'), kind: 'time', initial: useClock(timeZone) }
  const day: CommandField = { name: 'day', label: t('day'), kind: 'day', initial: today }
  const reason: CommandField = { name: 'reason', label: t('reason'), kind: 'text' }
  return {
    startInfusion: [],
    recordObservation: [
      time,
      ...vitals.map(
        (vital): CommandField => ({
          name: vital,
          label: t(`vital.${vital}`),
          kind: 'text',
          optional: true,
          unit: vitalUnits[vital],
        }),
      ),
      { name: 'note', label: t('infusion.note'), kind: 'text', optional: true },
    ],
    recordReaction: [
      day,
      time,
      {
        name: 'grade',
        label: t('infusion.grade'),
        kind: 'choice',
        choices: ([1, 2, 3, 4, 5] as const).map((grade) => ({
          value: String(grade),
          label: t(`infusion.grade.${grade}`),
        })),
      },
      { name: 'signs', label: t('infusion.signs'), kind: 'text' },
      { name: 'action', label: t('infusion.action'), kind: 'text' },
    ],
    interruptInfusion: [time, reason],
    resumeInfusion: [time, reason],
    endInfusion: [
      time,
      { name: 'volumeGiven', label: t('infusion.volume'), kind: 'text', unit: 'mL' },
      { ...reason, optional: true, help: t('infusion.endReason') },
    ],
  }
}
