import type { ReactNode } from 'react'
import type { Register } from '../../api/unblindingTypes.ts'
import { Chip } from '../../elements/Chip.tsx'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

export type RegisterLine = Omit<Register['rows'][number], 'code' | 'site'> & { readonly first?: ReactNode }

const tones = { codeBreak: 'bad', envelope: 'bad', accidental: 'warn' } as const

/** Who came to know an arm, when and why. The arm is not in it. */
export function RegisterTable(props: {
  readonly rows: readonly RegisterLine[]
  readonly first?: string
  readonly zone?: string
}) {
  const { t, instant } = useWords()
  return (
    <table className="rows cards">
      <thead>
        <tr>
          {props.first !== undefined && <th scope="col">{props.first}</th>}
          <th scope="col">{t('blind.when')}</th>
          <th scope="col">{t('blind.kind')}</th>
          <th scope="col">{t('blind.who')}</th>
          <th scope="col">{t('blind.why')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <tr key={`${row.at} ${index}`}>
            {props.first !== undefined && <th scope="row">{row.first}</th>}
            <td data-label={t('blind.when')} className="nowrap">
              {instant(row.at, props.zone)}
            </td>
            <td data-label={t('blind.kind')}>
              <Chip tone={tones[row.kind]}>{t(`blind.${row.kind}`)}</Chip>
            </td>
            <td data-label={t('blind.who')}>
              {row.who}
              <div className="quiet small">{t('blind.recordedBy', { name: row.by.name })}</div>
            </td>
            <td data-label={t('blind.why')} className="free">
              <strong>
                {t(`${row.kind === 'accidental' ? 'accident.learner' : 'break.why'}.${row.why}` as MessageKey)}
              </strong>
              {row.note.split('\n').map((line, place) => (
                <div key={`${place} ${line}`}>{line}</div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
