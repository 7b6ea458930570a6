import { useDefinition, usePlace } from '../../api/useStudy.ts'
import type { MessageKey } from '../../language/messages/index.ts'
import { useWords } from '../../language/useWords.tsx'

/** A role with its site, in words. */
export function GrantWords(props: { readonly role: string; readonly site: string | null }) {
  const { t, say } = useWords()
  const { study } = usePlace()
  const site = useDefinition(study).data?.compiled.sites.find(({ id }) => id === props.site)
  return (
    <>
      {t(`role.${props.role}` as MessageKey)}
      <span className="quiet">
        {' '}
        – {props.site === null ? t('shell.allSites') : site === undefined ? props.site : say(site.title)}
      </span>
    </>
  )
}
