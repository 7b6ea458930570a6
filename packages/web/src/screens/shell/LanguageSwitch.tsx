import type { Language } from '@trialwright/protocol'
import { useWords } from '../../language/useWords.tsx'

/** Languages are named in themselves, so that a reader of either finds it. */
const names: Record<Language, { readonly short: string; readonly long: string }> = {
  nb: { short: 'NO', long: 'Norsk bokmål' },
  en: { short: 'EN', long: 'English' },
}

export function LanguageSwitch() {
  const { t, language, setLanguage } = useWords()
  return (
    <fieldset className="switch">
      <legend className="hidden-visually">{t('shell.language')}</legend>
      {(['nb', 'en'] as const).map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
          <span aria-hidden="true">{names[one].short}</span>
          <span className="hidden-visually">{names[one].long}</span>
        </button>
      ))}
    </fieldset>
  )
}
