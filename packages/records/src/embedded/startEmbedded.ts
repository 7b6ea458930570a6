import { adoptOrphan } from './adopt.ts'
import { prepareBinaries } from './binaries.ts'
import { prepareCluster } from './cluster.ts'
import { adminUrl } from './connection.ts'
import { prepareFolder } from './folder.ts'
import { serverIdentity } from './identity.ts'
import { launch } from './launch.ts'
import { takeLock } from './lock.ts'
import { superuserPassword } from './password.ts'
import { stopPostmaster } from './postmaster.ts'

export type EmbeddedOptions = {
  /** Holds the cluster, its password and its logs; made on the first start. */
  readonly folder: string
  /** False leaves out every sync to disk: for tests, whose data nobody wants back. */
  readonly durable: boolean
}

export type EmbeddedDatabase = {
  /** URL of the superuser on database `postgres`, on the loopback address, with the password. */
  readonly adminUrl: string
  /** Stops the server cleanly and frees the folder. May be called more than once. */
  stop(): Promise<void>
}

/**
 * Starts a real PostgreSQL server as a child process on the data in `folder`, or takes over the one that an earlier
 * process left running when it was killed. Fails with an {@link EmbeddedFailure}, whose message is for the person.
 */
export async function startEmbedded({ folder, durable }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const identity = serverIdentity(folder)
  const place = prepareFolder(folder, identity)
  const release = takeLock(place)
  try {
    const binaries = prepareBinaries(identity)
    const password = superuserPassword(place, identity)
    await prepareCluster(place, binaries, identity)
    const postmaster =
      (await adoptOrphan(place, password, durable)) ?? (await launch(place, binaries, identity, durable))
    let stopping: Promise<void> | undefined
    return {
      adminUrl: adminUrl(postmaster.port, password),
      stop: () => (stopping ??= stopPostmaster(postmaster.pid).then(release)),
    }
  } catch (error) {
    release()
    throw error
  }
}
