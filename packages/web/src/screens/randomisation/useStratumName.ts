import { useDefinition, usePlace } from '../../api/useStudy.ts'
import { useWords } from '../../language/useWords.tsx'

/** What a stratum is called: its site's title, or that it is the whole trial. */
export function useStratumName(): (stratum: string) => string {
  const { t, say } = useWords()
  const { study } = usePlace()
  const sites = useDefinition(study).data?.compiled.sites ?? []
  return (stratum) => {
    const site = sites.find(({ id }) => id === stratum)
    return site === undefined ? (stratum === 'all' ? t('randomisation.wholeTrial') : stratum) : say(site.title)
  }
}
