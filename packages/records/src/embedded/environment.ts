/** What PostgreSQL sees of our environment: no PG… settings and no secrets of the application. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env
  return {
    ...(PATH !== undefined && { PATH }),
    ...(SystemRoot !== undefined && { SystemRoot }),
    LC_ALL: 'C',
    TZ: 'UTC',
  }
}
