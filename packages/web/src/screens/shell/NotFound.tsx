import { Link } from 'react-router'
import { Empty } from '../../elements/Empty.tsx'
import { useWords } from '../../language/useWords.tsx'

export function NotFound() {
  const { t } = useWords()
  return (
    <Empty title={t('shell.notFound')} page>
      <p>{t('shell.notFoundHelp')}</p>
      <Link to="/">{t('shell.home')}</Link>
    </Empty>
  )
}
