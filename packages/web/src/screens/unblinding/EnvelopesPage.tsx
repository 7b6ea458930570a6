import { useState } from 'react'
import { studyPath, useRead } from '../../api/queries.ts'
import type { EnvelopeFile, EnvelopeSecret, EnvelopeSite } from '../../api/unblindingTypes.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { CommandButton } from '../../command/CommandButton.tsx'
import { Asked } from '../../elements/Asked.tsx'
import { Chip } from '../../elements/Chip.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { EnvelopeSheet } from './EnvelopeSheet.tsx'
import { Reconcile } from './Reconcile.tsx'
import { SecretSheet } from './SecretSheet.tsx'

/** Randomisation officer: secrets and envelopes of each site, and openings to be recorded. */
export function EnvelopesPage() {
  const { t, say } = useWords()
  const { study } = usePlace()
  useTitle(t('envelopes.title'))
  const sites = useDefinition(study).data?.compiled.sites ?? []
  const nameOf = (id: string) => {
    const site = sites.find((one) => one.id === id)
    return site === undefined ? id : say(site.title)
  }
  const [secret, setSecret] = useState<EnvelopeSecret & { readonly site: string }>()
  const [file, setFile] = useState<EnvelopeFile>()
  const list = useRead<{ readonly sites: readonly EnvelopeSite[] }>(`${studyPath(study)}/envelopes`)
  return (
    <>
      <h1>{t('envelopes.title')}</h1>
      <p className="quiet lead no-print">{t('envelopes.help')}</p>
      {secret !== undefined && (
        <SecretSheet secret={secret} site={nameOf(secret.site)} hide={() => setSecret(undefined)} />
      )}
      {file !== undefined && <EnvelopeSheet file={file} site={nameOf(file.site)} />}
      <div className="no-print stack">
        <Asked query={list}>
          {(view) => (
            <div className="card">
              <table className="rows cards">
                <thead>
                  <tr>
                    <th scope="col">{t('site')}</th>
                    <th scope="col">{t('envelopes.secret')}</th>
                    <th scope="col">{t('envelopes.made')}</th>
                    <th scope="col">{t('envelopes.act')}</th>
                  </tr>
                </thead>
                <tbody>
                  {view.sites.map((one) => (
                    <SiteRow
                      key={one.site}
                      one={one}
                      name={nameOf(one.site)}
                      drawn={(shown) => {
                        setFile(undefined)
                        setSecret({ ...shown, site: one.site })
                      }}
                      made={(envelopes) => {
                        setSecret(undefined)
                        setFile(envelopes)
                      }}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Asked>
        <Reconcile />
      </div>
    </>
  )
}

function SiteRow(props: {
  readonly one: EnvelopeSite
  readonly name: string
  readonly drawn: (secret: EnvelopeSecret) => void
  readonly made: (file: EnvelopeFile) => void
}) {
  const { t, instant } = useWords()
  const { study } = usePlace()
  const { one, name } = props
  const path = `${studyPath(study)}/envelopes`
  const fixed = { site: one.site }
  const missing = one.randomised - (one.made?.count ?? 0)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t('envelopes.secret')}>
        {one.secret === undefined ? (
          <span className="quiet">{t('envelopes.noSecret')}</span>
        ) : (
          <>
            <code>{one.secret.id}</code>
            <div className="quiet small">{t('end.signed', { name: one.secret.by, when: instant(one.secret.at) })}</div>
          </>
        )}
      </td>
      <td data-label={t('envelopes.made')}>
        {one.made !== undefined &&
          t('envelopes.madeCount', { count: one.made.count, all: one.randomised, when: instant(one.made.at) })}
        {missing > 0 && <Chip tone="warn">{t('envelopes.stale', { count: missing })}</Chip>}
      </td>
      <td data-label={t('envelopes.act')}>
        <div className="buttons">
          <CommandButton
            title={t('envelopes.draw')}
            submit={t('envelopes.draw')}
            about={name}
            look="compact"
            path={`${path}/draw-secret`}
            fixed={fixed}
            fields={[{ name: 'password', label: t('password'), kind: 'password' }]}
            done={(answer) => props.drawn(answer as unknown as EnvelopeSecret)}
          >
            <p>{t('envelopes.drawHelp', { site: name })}</p>
          </CommandButton>
          {one.secret !== undefined && one.randomised > 0 && (
            <CommandButton
              title={t('envelopes.make')}
              submit={t('envelopes.make')}
              about={name}
              look="compact"
              path={`${path}/make`}
              fixed={fixed}
              fields={[]}
              done={(answer) => props.made((answer as unknown as { readonly file: EnvelopeFile }).file)}
            >
              <p>{t('envelopes.makeHelp', { site: name })}</p>
            </CommandButton>
          )}
        </div>
      </td>
    </tr>
  )
}
