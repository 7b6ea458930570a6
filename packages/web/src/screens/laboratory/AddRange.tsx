import { parseNumber, type Study } from '@trialwright/protocol'
import { studyPath } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useWords } from '../../language/useWords.tsx'

type Body = Readonly<Record<string, string | number>>

export function AddRange({ study: { compiled } }: { readonly study: Study }) {
  const { t, say, language } = useWords()
  const { study } = usePlace()
  const items = compiled.forms.flatMap((form) =>
    form.items.filter((item) => item.type === 'laboratory').map((item) => ({ form, item })),
  )
  /** What is not a number is sent as it is, and the server says at which field. */
  const numeric = (typed: string | number | undefined): unknown => {
    if (typed === undefined) return undefined
    const read = parseNumber(String(typed), language)
    return read.ok && typeof read.value.value === 'number' ? read.value.value : typed
  }
  const shape = (body: Body) => {
    const [form, item] = String(body['item']).split(' ')
    const found = items.find((one) => one.form.id === form && one.item.id === item)
    return {
      ranges: [
        {
          laboratory: body['laboratory'],
          form,
          item,
          sex: body['sex'],
          fromAge: body['fromAge'],
          toAge: body['toAge'],
          from: body['from'],
          to: body['to'],
          low: numeric(body['low']),
          high: numeric(body['high']),
          unit: body['unit'] ?? found?.item.unit,
        },
      ],
    }
  }
  return (
    <CommandButton
      title={t('laboratory.add')}
      submit={t('laboratory.add')}
      look="primary"
      path={`${studyPath(study)}/laboratory-ranges`}
      shape={shape}
      fields={[
        { name: 'laboratory', label: t('laboratory.laboratory'), kind: 'text' },
        {
          name: 'item',
          label: t('laboratory.item'),
          kind: 'choice',
          choices: items.map(({ form, item }) => ({
            value: `${form.id} ${item.id}`,
            label: `${say(item.label)} (${item.unit})`,
          })),
        },
        {
          name: 'sex',
          label: t('laboratory.sex'),
          kind: 'choice',
          initial: 'any',
          choices: (['any', 'female', 'male'] as const).map((sex) => ({
            value: sex,
            label: t(`laboratory.sex.${sex}`),
          })),
        },
        { name: 'fromAge', label: t('laboratory.fromAge'), kind: 'whole', initial: '0' },
        { name: 'toAge', label: t('laboratory.toAge'), kind: 'whole', initial: '150' },
        { name: 'low', label: t('laboratory.low'), kind: 'text', optional: true },
        { name: 'high', label: t('laboratory.high'), kind: 'text', optional: true },
        { name: 'unit', label: t('laboratory.unit'), kind: 'text', optional: true },
        { name: 'from', label: t('laboratory.from'), kind: 'day' },
        { name: 'to', label: t('laboratory.to'), kind: 'day', optional: true },
      ]}
    />
  )
}
