import { participantPath, useMe } from '../../api/queries.ts'
import type { SignedRecord } from '../../api/signatureTypes.ts'
import { usePlace } from '../../api/useStudy.ts'
import { useRoles } from '../../api/useRoles.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useSigning } from '../../command/useSigning.ts'
import { useWords } from '../../language/useWords.tsx'

/** The investigator's pen: signs what is shown, or says what is still in the way. */
export function SignButton(props: {
  readonly code: string
  readonly record: SignedRecord
  readonly look?: 'primary' | 'compact'
  /** Other records of the participant are signed on the same page. */
  readonly amongOthers?: boolean
}) {
  const { code, record } = props
  const { t, say } = useWords()
  const { study } = usePlace()
  const printedName = useMe().data?.printedName ?? ''
  const fields = useSigning()
  const isInvestigator = useRoles().has('investigator')
  if (!isInvestigator || record.standing === 'valid') return null
  const { encounter, record: seen, title } = record
  const which = encounter === undefined ? 'casebook' : 'visit'
  return (
    <div className="buttons">
      <CommandButton
        title={t(record.standing === 'void' ? `sign.again.${which}` : `sign.${which}`)}
        submit={t('sign.submit')}
        about={props.amongOthers === true ? say(title) : undefined}
        of={code}
        look={props.look ?? 'primary'}
        path={`${participantPath(study, code)}/sign-${which}`}
        fields={fields}
        fixed={encounter === undefined ? { seen } : { encounter, seen }}
        refusals={record.toSign}
      >
        <p>{t(`sign.declare.${which}`, { name: printedName, title: say(title), code })}</p>
      </CommandButton>
    </div>
  )
}
