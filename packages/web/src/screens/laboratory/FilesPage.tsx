import { useState } from 'react'
import { Link } from 'react-router'
import type { FilePreview, FilesPage as Page, SentFile } from '../../api/laboratoryTypes.ts'
import { studyPath, useMe, useRead } from '../../api/queries.ts'
import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { Asked } from '../../elements/Asked.tsx'
import { Notice } from '../../elements/Notice.tsx'
import { useTitle } from '../../language/useTitle.ts'
import { useWords } from '../../language/useWords.tsx'
import { FileForm } from './FileForm.tsx'
import { PreviewedFile } from './PreviewedFile.tsx'
import { TakenFiles } from './TakenFiles.tsx'

/** A laboratory's file of results: chosen or pasted, looked at, and taken whole. */
export function FilesPage() {
  const { t, say } = useWords()
  const { study } = usePlace()
  useTitle(t('files.title'))
  const own = useMe().data?.grants.find((grant) => grant.study === study && grant.site !== null)?.site
  const definition = useDefinition(study)
  const [chosen, setChosen] = useState<string>()
  return (
    <>
      <ol className="crumbs">
        <li>
          <Link to={`/studies/${study}/laboratory`}>{t('laboratory.title')}</Link>
        </li>
      </ol>
      <div className="page-head">
        <h1>{t('files.title')}</h1>
      </div>
      <Asked query={definition}>
        {({ compiled }) => {
          const site = own ?? chosen ?? compiled.sites[0]?.id ?? ''
          return (
            <>
              {(own === undefined || own === null) && (
                <select
                  className="control"
                  aria-label={t('site')}
                  value={site}
                  onChange={(event) => setChosen(event.target.value)}
                >
                  {compiled.sites.map((one) => (
                    <option key={one.id} value={one.id}>
                      {say(one.title)}
                    </option>
                  ))}
                </select>
              )}
              <OfSite key={site} site={site} />
            </>
          )
        }}
      </Asked>
    </>
  )
}

function OfSite({ site }: { readonly site: string }) {
  const { t } = useWords()
  const { study } = usePlace()
  const path = `${studyPath(study)}/laboratory-files/${site}`
  const page = useRead<Page>(path)
  const [looked, setLooked] = useState<{ readonly sent: SentFile; readonly preview: FilePreview }>()
  return (
    <Asked query={page}>
      {(loaded) => (
        <>
          {loaded.toImport.length === 0 ? (
            <>
              <p className="quiet lead">{t('files.help')}</p>
              <FileForm
                page={loaded}
                path={path}
                forget={() => setLooked(undefined)}
                look={(sent, preview) => setLooked({ sent, preview })}
              />
            </>
          ) : (
            <NotNow refusals={loaded.toImport} />
          )}
          {looked && (
            <PreviewedFile
              key={looked.preview.seen + looked.preview.file.hash}
              {...looked}
              path={path}
              renew={(preview) => setLooked({ sent: looked.sent, preview })}
            />
          )}
          <TakenFiles files={loaded.files} />
        </>
      )}
    </Asked>
  )
}

/** Whoever only reads files need not be told that somebody else takes them in. */
function NotNow({ refusals }: { readonly refusals: Page['toImport'] }) {
  const { t, say } = useWords()
  const told = refusals.filter(({ code }) => code !== 'roleMayNot')
  if (told.length === 0) return null
  return (
    <Notice tone="info" title={t('files.notNow')}>
      {told.map((refusal) => (
        <p key={refusal.code}>
          {say(refusal.reason)} {say(refusal.remedy)}
        </p>
      ))}
    </Notice>
  )
}
