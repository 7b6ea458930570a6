import type { Refusal } from '@trialwright/protocol'
import { studyPath } from '../../api/queries.ts'
import type { ImportPreview } from '../../api/randomisationTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import { useSignOffField } from './DrawButton.tsx'
import { usePercent } from './figures.ts'
import { useStratumName } from './useStratumName.ts'

/** What was found in the file: everything against it, row by row, or what would be sealed and the button that does. */
export function PreviewedList(props: {
  readonly preview: ImportPreview
  readonly name: string
  readonly sent: { readonly file: string; readonly key: string }
}) {
  const { t } = useWords()
  const { refusals, more, list, file } = props.preview
  return (
    <div className="body stack" aria-live="polite">
      {list === undefined ? (
        <>
          <Notice tone="bad" title={t('import.refused', { name: props.name, count: refusals.length + more })}>
            <span>{t('import.nothingSealed')}</span>
          </Notice>
          <RefusedRows refusals={refusals} more={more} />
        </>
      ) : (
        <Found list={list} file={file} name={props.name} sent={props.sent} />
      )}
    </div>
  )
}

function RefusedRows({ refusals, more }: Pick<ImportPreview, 'refusals' | 'more'>) {
  const { t, say } = useWords()
  return (
    <table className="rows cards">
      <thead>
        <tr>
          <th scope="col">{t('import.line')}</th>
          <th scope="col">{t('import.reason')}</th>
          <th scope="col">{t('import.remedy')}</th>
        </tr>
      </thead>
      <tbody>
        {refusals.map((refusal) => (
          <tr key={`${refusal.code} ${refusal.field}`}>
            <th scope="row">{lineOf(refusal) ?? t('import.wholeFile')}</th>
            <td data-label={t('import.reason')}>{say(refusal.reason)}</td>
            <td data-label={t('import.remedy')}>{say(refusal.remedy)}</td>
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={3}>{t('import.more', { more })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** The server names the place as `line 8`. */
const lineOf = ({ field }: Refusal): string | undefined => /^line (\d+)$/.exec(field ?? '')?.[1]

function Found(props: {
  readonly list: NonNullable<ImportPreview['list']>
  readonly file: string
  readonly name: string
  readonly sent: { readonly file: string; readonly key: string }
}) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const percent = usePercent()
  const nameOf = useStratumName()
  const signOff = useSignOffField()
  const arms = useDefinition(study).data?.compiled.arms ?? []
  const { list } = props
  const share = percent(list.guessed, 1)
  return (
    <>
      <Notice tone="good" title={t('import.sound', { name: props.name })}>
        <span className="hash small">{t('import.sum', { sum: props.file })}</span>
      </Notice>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t('randomisation.stratum')}</th>
            <th scope="col" className="number">
              {t('randomisation.slots')}
            </th>
            {arms.map(({ id, title }) => (
              <th key={id} scope="col" className="number">
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.strata.map((stratum) => (
            <tr key={stratum.stratum}>
              <th scope="row">{nameOf(stratum.stratum)}</th>
              <td className="number">{stratum.slots}</td>
              {arms.map(({ id }) => (
                <td key={id} className="number">
                  {stratum.arms.find(({ arm }) => arm === id)?.count ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t(list.needsSignOff ? 'import.guessable' : 'import.guessed', { share })}</p>
      <div>
        <CommandButton
          title={t('import.seal')}
          submit={t('import.seal')}
          look="primary"
          path={`${studyPath(study)}/randomisation-list/import`}
          fixed={props.sent}
          fields={list.needsSignOff ? [signOff] : []}
        >
          <p>{t('randomisation.drawHelp')}</p>
        </CommandButton>
      </div>
    </>
  )
}
