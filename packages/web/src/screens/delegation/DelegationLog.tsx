import type { Delegation, DelegationLine, SiteDelegation } from '../../api/delegationTypes.ts'
import { studyPath, useMe } from '../../api/queries.ts'
import { usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { useSigning } from '../../command/useSigning.ts'
import { Chip, type Tone } from '../../elements/Chip.tsx'
import { useWords } from '../../language/useWords.tsx'

interface Props {
  readonly site: SiteDelegation
  readonly page: Delegation
}

/** Everybody on the log, those who have left too. */
export function DelegationLog({ site, page }: Props) {
  const { t } = useWords()
  return (
    <section className="card">
      <header>
        <h3>{t('delegation.duties')}</h3>
      </header>
      {site.log.length === 0 ? (
        <p className="body quiet">{t('delegation.empty')}</p>
      ) : (
        <table className="rows cards">
          <thead>
            <tr>
              <th scope="col">{t('delegation.person')}</th>
              <th scope="col">{t('delegation.duties')}</th>
              <th scope="col">{t('delegation.from')}</th>
              <th scope="col">{t('delegation.until')}</th>
              <th scope="col">{t('delegation.signatures')}</th>
            </tr>
          </thead>
          <tbody>
            {site.log.map((line) => (
              <Row key={line.delegation} line={line} site={site} page={page} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const tones: Readonly<Record<DelegationLine['standing'], Tone>> = {
  waiting: 'warn',
  coming: 'info',
  inForce: 'good',
  ended: 'neutral',
}

function Row({ line, site, page }: Props & { readonly line: DelegationLine }) {
  const { t, say, day, instant } = useWords()
  const { from, until, ended, standing, accepted, signed } = line
  const at = (when: string) => instant(when, site.timeZone)
  return (
    <tr>
      <th scope="row">
        {line.name}
        <div>
          <Chip tone={tones[standing]}>{t(`delegation.${standing}`)}</Chip>
        </div>
      </th>
      <td data-label={t('delegation.duties')}>
        <ul className="plain">
          {line.duties.map((duty) => (
            <li key={duty.en}>{say(duty)}</li>
          ))}
        </ul>
      </td>
      <td data-label={t('delegation.from')} className="nowrap">
        {day(from)}
      </td>
      <td data-label={t('delegation.until')} className="nowrap">
        {ended === undefined ? until !== undefined && day(until) : day(ended.day)}
      </td>
      <td data-label={t('delegation.signatures')} className="small">
        <div>
          <div>{t('delegation.delegatedBy', { name: signed.printedName, when: at(signed.at) })}</div>
          {accepted !== undefined && (
            <div>{t('delegation.acceptedBy', { name: accepted.printedName, when: at(accepted.at) })}</div>
          )}
          {ended !== undefined && (
            <div>
              {t('delegation.endedBy', {
                name: ended.signed.printedName,
                when: at(ended.signed.at),
                reason: ended.reason,
              })}
            </div>
          )}
          <Acts line={line} site={site} page={page} />
        </div>
      </td>
    </tr>
  )
}

function Acts({ line, site, page }: Parameters<typeof Row>[0]) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const signing = useSigning()
  const own = useMe().data?.printedName ?? ''
  const path = `${studyPath(study)}/delegation`
  const fixed = { site: site.site, delegation: line.delegation }
  if (line.standing === 'ended') return null
  return (
    <div className="buttons">
      {line.account === page.me && line.accepted === undefined && (
        <CommandButton
          title={t('delegation.accept')}
          submit={t('sign.submit')}
          look="primary compact"
          path={`${path}/accept-delegation`}
          fixed={fixed}
          fields={signing}
          about={line.delegation}
        >
          <p>{t('delegation.acceptHelp', { name: own, duties: line.duties.map(say).join(', ') })}</p>
        </CommandButton>
      )}
      {site.investigator?.account === page.me && line.ended === undefined && (
        <CommandButton
          title={t('delegation.end')}
          submit={t('sign.submit')}
          look="plain compact"
          danger
          path={`${path}/end-delegation`}
          fixed={fixed}
          fields={[
            { name: 'day', label: t('delegation.firstDayWithout'), kind: 'day', initial: site.today },
            { name: 'reason', label: t('reason'), kind: 'long' },
            ...signing,
          ]}
          about={line.name}
        >
          <p>{t('delegation.endHelp')}</p>
        </CommandButton>
      )}
    </div>
  )
}
