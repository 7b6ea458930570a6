/** PostgreSQL's settings for one start. They are given on the command line, where no later ALTER SYSTEM overrules them. */
export function serverSettings(port: number, durable: boolean): Readonly<Record<string, string>> {
  const safety = durable ? 'on' : 'off'
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // no socket file: its path would have to be short, and readable for our user and the server's
    unix_socket_directories: '',
    max_connections: '200',
    fsync: safety,
    full_page_writes: safety,
    synchronous_commit: safety,
    // A new table has no statistics, and a plan made without them may read a whole study for one participant: they come within seconds.
    autovacuum_naptime: '5s',
    // Each reads a sample of a table through, and every plan is then made again: not for a table that has grown by a tenth.
    autovacuum_analyze_scale_factor: '0.3',
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    log_error_verbosity: 'default',
    // The collector's files outlive us, so an adopted server still has somewhere to write. One file per weekday.
    logging_collector: 'on',
    log_filename: 'postgresql-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_size: '0',
  }
}

export function settingArguments(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
