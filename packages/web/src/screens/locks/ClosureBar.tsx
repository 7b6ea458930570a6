import type { Closure } from '../../api/lockTypes.ts'
import { participantPath } from '../../api/queries.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useSigning } from '../../command/useSigning.ts'
import { Notice } from '../../elements/Notice.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ClosureChip, ClosureLine } from './ClosureChip.tsx'

export type Extent = Partial<Pick<Closure, 'encounter' | 'form' | 'item'>>

const isOf = (closure: Closure, extent: Extent): boolean =>
  closure.level !== 'study' &&
  closure.level !== 'site' &&
  closure.encounter === extent.encounter &&
  closure.form === extent.form &&
  closure.item === extent.item

const covers = (closure: Closure, { encounter, form, item }: Extent): boolean =>
  (closure.encounter === undefined || closure.encounter === encounter) &&
  (closure.form === undefined || closure.form === form) &&
  (closure.item === undefined || closure.item === item)

/** What closes these data, for everybody; and for those who may, the way to freeze, lock and open them. */
export function ClosureBar(props: {
  readonly closed: readonly Closure[]
  readonly extent: Extent
  /** Beside an item, within its form. */
  readonly compact?: boolean
  /** Among a form's own fields. */
  readonly withinForm?: boolean
  /** The item it stands beside. */
  readonly about?: string
}) {
  const { say } = useWords()
  const { extent, closed } = props
  const outer = closed.filter((closure) => covers(closure, extent))
  return (
    <>
      {props.compact !== true &&
        outer.map((closure) => (
          <Notice
            key={`${closure.level} ${closure.at}`}
            tone="info"
            title={
              <>
                <ClosureChip kind={closure.kind} /> {say(closure.what)}
              </>
            }
          >
            <ClosureLine closure={closure} />
          </Notice>
        ))}
      <ClosureButtons {...props} />
    </>
  )
}

function ClosureButtons({ closed, extent, compact, withinForm, about }: Parameters<typeof ClosureBar>[0]) {
  const { t } = useWords()
  const { study, code } = usePlace()
  const roles = useRoles()
  const signing = useSigning()
  const manages = roles.has('dataManager')
  if (!manages && !roles.has('monitor')) return null
  const own = closed.find((closure) => isOf(closure, extent))
  const isWithin = closed.some((closure) => covers(closure, extent) && !isOf(closure, extent))
  const path = `${participantPath(study, code)}`
  const reason = { name: 'reason', label: t('reason'), kind: 'long' } as const
  const override = {
    name: 'override',
    label: t('lock.override'),
    kind: 'long',
    optional: true,
    help: t('lock.overrideHelp'),
  } as const
  const within = compact === true || withinForm === true
  const look = compact === true ? 'plain compact' : 'compact'
  if (own?.kind === 'frozen') {
    return (
      <div className="buttons closure-buttons">
        <CommandButton
          title={t('lock.unfreeze')}
          submit={t('lock.unfreeze')}
          about={about}
          of={code}
          look={look}
          withinForm={within}
          path={`${path}/unfreeze-data`}
          fields={[reason]}
          fixed={{ extent }}
        />
        {manages && (
          <CommandButton
            title={t('lock.lock')}
            submit={t('lock.lock')}
            about={about}
            of={code}
            look={look}
            withinForm={within}
            path={`${path}/lock-data`}
            fields={[reason, override, ...signing]}
            fixed={{ extent }}
          />
        )}
      </div>
    )
  }
  if (own?.kind === 'locked') {
    if (!manages) return null
    return (
      <div className="buttons closure-buttons">
        <CommandButton
          title={t('lock.unlock')}
          submit={t('lock.unlock')}
          about={about}
          of={code}
          look={look}
          withinForm={within}
          path={`${path}/unlock-data`}
          fields={[reason, ...signing]}
          fixed={{ extent }}
        />
      </div>
    )
  }
  if (isWithin) return null
  return (
    <div className="buttons closure-buttons">
      <CommandButton
        title={t('lock.freeze')}
        submit={t('lock.freeze')}
        about={about}
        of={code}
        look={look}
        withinForm={within}
        path={`${path}/freeze-data`}
        fields={[reason]}
        fixed={{ extent }}
      >
        <p className="quiet">{t('lock.freezeHelp')}</p>
      </CommandButton>
      {manages && compact !== true && (
        <CommandButton
          title={t('lock.lock')}
          submit={t('lock.lock')}
          about={about}
          of={code}
          look={look}
          withinForm={within}
          path={`${path}/lock-data`}
          fields={[reason, override, ...signing]}
          fixed={{ extent }}
        >
          <p className="quiet">{t('lock.lockHelp')}</p>
        </CommandButton>
      )}
    </div>
  )
}
