import { Link } from 'react-router'
import { studyPath } from '../../api/queries.ts'
import type { Register } from '../../api/unblindingTypes.ts'
import { useRoles } from '../../api/useRoles.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import type { CommandField } from '../../command/fields.ts'
import { useSigning } from '../../command/useSigning.ts'
import { Chip } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

const steps = [
  ['locked', undefined, ''],
  ['proposed', 'proposeUnblinding', 'propose'],
  ['unblinded', 'confirmUnblinding', 'confirm'],
] as const

/** Lock, proposal, confirmation: what is signed by whom, and the next signature. */
export function EndOfBlind({ view }: { readonly view: Register }) {
  const { t, instant } = useWords()
  const { study } = usePlace()
  const signing = useSigning()
  const roles = useRoles()
  const watches = ['monitor', 'dataManager', 'inspector'].some((role) => roles.has(role))
  const note: CommandField = { name: 'note', label: t('end.note'), kind: 'long' }
  return (
    <section className="card">
      <header>
        <h2>{t('end.steps')}</h2>
        {view.unblinded === undefined ? (
          <Chip tone="good" icon="lock">
            {t('end.blind')}
          </Chip>
        ) : (
          <Chip tone="warn">{t('end.open')}</Chip>
        )}
      </header>
      <table className="rows cards">
        <tbody>
          {steps.map(([state, command, path]) => {
            const signed = view[state]
            const possible = view.possible.find((one) => one.command === command)
            const isLock = state === 'locked' && signed === undefined && watches
            return (
              <tr key={state}>
                <th scope="row">{t(`end.${state}`)}</th>
                <td>
                  {signed === undefined ? (
                    <span className="quiet">{t('end.waits')}</span>
                  ) : (
                    t('end.signed', { name: signed.by.name, when: instant(signed.at) })
                  )}
                </td>
                <td>
                  {isLock && <Link to={`/studies/${study}/locks`}>{t('end.toLock')}</Link>}
                  {signed === undefined && possible !== undefined && command !== undefined && (
                    <CommandButton
                      title={t(`end.${command}`)}
                      submit={t(`end.${command}`)}
                      danger={command !== 'proposeUnblinding'}
                      path={`${studyPath(study)}/unblinding/${path}`}
                      refusals={possible.refusals}
                      fields={command === 'confirmUnblinding' ? signing : [note, ...signing]}
                    >
                      <p>{t(`end.${command}Help`)}</p>
                    </CommandButton>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
