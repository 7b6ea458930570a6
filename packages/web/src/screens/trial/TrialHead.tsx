import { Link } from 'react-router'
import { useWords } from '../../language/useWords.tsx'
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx'

export function TrialHead() {
  const { t } = useWords()
  return (
    <header className="public-head">
      <Link to="/" className="mark">
        <img src="/mark.svg" alt="" width="24" height="24" />
        <span translate="no">{productName}</span>
      </Link>
      <LanguageSwitch />
      <Link to="/sign-in" className="button compact">
        {t('trial.staff')}
      </Link>
    </header>
  )
}

export const productName = 'Trialwright'
