import { useMe } from '../api/queries.ts'
import { useWords } from '../language/useWords.tsx'
import type { CommandField } from './fields.ts'

/**
 * The fields of a signature: account name and password for the first one after signing in, the password alone for those that
 * follow.
 */
export function useSigning(): readonly CommandField[] {
  const { t } = useWords()
  const needed = useMe().data?.signsWith ?? ['name', 'password']
  const name: CommandField = { name: 'name', label: t('signIn.name'), kind: 'text', help: t('sign.nameHelp') }
  const password: CommandField = { name: 'password', label: t('password'), kind: 'password' }
  return needed.includes('name') ? [name, password] : [password]
}
