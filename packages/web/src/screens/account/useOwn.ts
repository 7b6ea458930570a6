import { useCommand } from '../../api/useCommand.ts'

const key = ['account']

/** A change of one's own account; the page is read anew after it. */
export const useOwn = <Value = unknown>(command: string) => useCommand<object, Value>(`/api/account/${command}`, key)
