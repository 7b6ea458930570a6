import type { Locks } from '../../api/lockTypes.ts'
import { studyPath } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import type { CommandField } from '../../command/fields.ts'
import { useSigning } from '../../command/useSigning.ts'
import { Chip } from '../../elements/Chip.tsx'
import { Icon } from '../../elements/Icon.tsx'
import { useWords } from '../../language/useWords.tsx'
import { ClosureChip, ClosureLine } from './ClosureChip.tsx'

/** The checklist of the whole study, and the signatures that lock it and open it again. */
export function DatabaseCard({ view }: { readonly view: Locks }) {
  const { t, say, instant } = useWords()
  const countOf = new Map(view.open.map(({ line, count }) => [line, count]))
  return (
    <section className="card">
      <header>
        <h2>{t('lock.database')}</h2>
        {view.locked === undefined ? (
          view.closed === undefined ? (
            <Chip tone="neutral">{t('lock.isOpen')}</Chip>
          ) : (
            <ClosureChip kind="frozen" />
          )
        ) : (
          <ClosureChip kind="locked" />
        )}
      </header>
      <div className="body stack">
        {view.locked !== undefined && (
          <p>
            {t('lock.since', { name: view.locked.by, when: instant(view.locked.at) })}: {view.locked.note}
          </p>
        )}
        {view.closed !== undefined && (
          <p>
            <ClosureLine closure={view.closed} />
          </p>
        )}
        {view.unlockProposed !== undefined && (
          <p>
            {t('lock.unlockAsked', { name: view.unlockProposed.by, when: instant(view.unlockProposed.at) })}:{' '}
            {view.unlockProposed.note}
          </p>
        )}
        <ul className="checklist" aria-label={t('lock.checklist')}>
          {view.lines.map(({ line, title }) => {
            const count = countOf.get(line) ?? 0
            return (
              <li key={line} className={count === 0 ? 'clear' : 'open'}>
                <Icon name={count === 0 ? 'check' : 'alert'} />
                <span>{say(title)}</span>
                <strong className="data">{count}</strong>
              </li>
            )
          })}
        </ul>
        <Steps view={view} />
      </div>
    </section>
  )
}

const paths: Readonly<Record<string, string>> = {
  freezeSites: 'locks/freeze-sites',
  unfreezeSites: 'locks/unfreeze-sites',
  lockDatabase: 'unblinding/lock-database',
  proposeUnlock: 'locks/propose-unlock',
  confirmUnlock: 'locks/confirm-unlock',
}

/** The steps that stand at their turn; those that do not are left out. */
function Steps({ view }: { readonly view: Locks }) {
  const { t } = useWords()
  const { study } = usePlace()
  const signing = useSigning()
  const reason: CommandField = { name: 'reason', label: t('reason'), kind: 'long' }
  const note: CommandField = { name: 'note', label: t('end.note'), kind: 'long' }
  const override: CommandField = {
    name: 'override',
    label: t('lock.override'),
    kind: 'long',
    optional: true,
    help: t('lock.overrideHelp'),
  }
  const open = view.open.some(({ count }) => count > 0)
  const fields: Readonly<Record<string, readonly CommandField[]>> = {
    freezeSites: [reason],
    unfreezeSites: [reason],
    lockDatabase: open ? [note, override, ...signing] : [note, ...signing],
    proposeUnlock: [note, ...signing],
    confirmUnlock: signing,
  }
  return (
    <div className="buttons">
      {view.possible
        .filter(({ refusals }) => refusals.length === 0)
        .map(({ command }) => (
          <CommandButton
            key={command}
            title={t(`lock.step.${command as 'lockDatabase'}`)}
            submit={t(`lock.step.${command as 'lockDatabase'}`)}
            danger={command === 'lockDatabase' || command === 'confirmUnlock'}
            path={`${studyPath(study)}/${paths[command]}`}
            fields={fields[command] ?? []}
          >
            <p>{t(`lock.step.${command as 'lockDatabase'}Help`)}</p>
          </CommandButton>
        ))}
    </div>
  )
}
