import type { Infusion } from '../../api/participantTypes.ts'
import { participantPath } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { useRoles } from '../../api/useRoles.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'

/** A wrong time of the course, set right with a reason. */
export function CorrectTime({ infusion }: { readonly infusion: Infusion }) {
  const { t } = useWords()
  const { study, code } = usePlace()
  const roles = useRoles()
  if (infusion.started === undefined || !(roles.has('nurse') || roles.has('investigator'))) return null
  const told = (moment: 'observation' | 'interruption' | 'resumption', times: readonly (string | undefined)[]) =>
    times.flatMap((time, index) =>
      time === undefined
        ? []
        : [{ value: `${moment} ${index + 1}`, label: `${t(`infusion.moment.${moment}`)} ${index + 1}, ${time}` }],
    )
  const choices = [
    { value: 'start 1', label: `${t('infusion.moment.start')}, ${infusion.started}` },
    ...told(
      'observation',
      infusion.observations.map(({ time }) => time),
    ),
    ...told(
      'interruption',
      infusion.interruptions.map(({ from }) => from),
    ),
    ...told(
      'resumption',
      infusion.interruptions.map(({ to }) => to),
    ),
    ...(infusion.ended ? [{ value: 'end 1', label: `${t('infusion.moment.end')}, ${infusion.ended.time}` }] : []),
  ]
  return (
    <CommandButton
      title={t('infusion.correctTime')}
      submit={t('infusion.correctTime')}
      path={`${participantPath(study, code)}/correct-infusion-time`}
      look="plain compact"
      fixed={{ encounter: infusion.encounter }}
      shape={({ which, ...rest }) => {
        const [moment, number] = String(which).split(' ')
        return { ...rest, moment, number: Number(number) }
      }}
      fields={[
        { name: 'which', label: t('infusion.whichTime'), kind: 'choice', choices },
        { name: 'time', label: t('infusion.rightTime'), kind: 'time' },
        { name: 'reason', label: t('command.correction'), kind: 'text' },
      ]}
    />
  )
}
