import { type CompiledItem, type Entry, rowsOf, standing } from '@trialwright/protocol'
import { participantPath } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import type { CommandField } from '../../command/fields.ts'
import { useWords } from '../../language/useWords.tsx'

/** Asks the site about a value; of a list, about the list or one value in it. */
export function AskButton(props: {
  readonly encounter: string
  readonly form: string
  readonly item: CompiledItem
  readonly recorded: Entry | undefined
}) {
  const { t, say } = useWords()
  const { study, code } = usePlace()
  const { encounter, form, item } = props
  const rows = rowsOf(props.recorded)
  const cells: CommandField[] =
    rows === undefined
      ? []
      : [
          {
            name: 'cell',
            label: t('queries.cell'),
            kind: 'choice',
            optional: true,
            choices: standing(rows).flatMap((row, index) =>
              (item.columns ?? []).map((column) => ({
                value: `${row.id} ${column.id}`,
                label: t('queries.row', { row: index + 1, column: say(column.label) }),
              })),
            ),
            help: t('queries.wholeList'),
          },
        ]
  return (
    <CommandButton
      title={t('queries.ask')}
      about={say(item.label)}
      look="plain compact"
      path={`${participantPath(study, code)}/ask-query`}
      fixed={{ encounter, form, item: item.id }}
      withinForm
      submit={t('queries.ask')}
      fields={[...cells, { name: 'text', label: t('queries.text'), kind: 'long' }]}
      shape={({ cell, text }) => {
        const [row, column] = String(cell ?? '').split(' ')
        return cell === undefined ? { text } : { row, column, text }
      }}
    />
  )
}
