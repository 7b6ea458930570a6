import { type StudyState, versionAt } from '@trialwright/conduct'
import { type CompiledStudy, loadStudy, type Study } from '@trialwright/protocol'
import { type Database, listDefinitions } from '@trialwright/records'
import type { OpenStudy, ProtocolVersion } from './ports.ts'

/**
 * A study with the versions of its protocol that the records hold. Definitions of one version follow each other as they are
 * put in order; the last is what that version says.
 */
export async function openVersions(blinded: Database, compiled: CompiledStudy, hash: string): Promise<OpenStudy> {
  const kept = (await listDefinitions(blinded, compiled.id)).map(({ definitionHash, compiled: text }) => ({
    hash: definitionHash,
    compiled: JSON.parse(text) as CompiledStudy,
  }))
  const earlier = new Map<string, { hash: string; compiled: CompiledStudy }>()
  for (const old of kept) if (old.compiled.version !== compiled.version) earlier.set(old.compiled.version, old)
  // What was recorded under any of them has to be read under each, latest first.
  const all = [{ hash, compiled }, ...kept.toReversed()]
  const load = (one: { readonly hash: string; readonly compiled: CompiledStudy }): ProtocolVersion => {
    const others = all.filter((other) => other.hash !== one.hash).map((other) => other.compiled)
    return { ...one, id: compiled.id, study: loadStudy(one.compiled, others) }
  }
  const newest = load({ hash, compiled })
  return { ...newest, versions: [...[...earlier.values()].map(load), newest] }
}

/** What an event is read by: the version it was decided under, so that it says what was said then. */
export const readUnder =
  ({ study, versions }: OpenStudy) =>
  ({ definitionHash }: { readonly position: number; readonly definitionHash?: unknown }): Study =>
    versions.find(({ hash }) => hash === definitionHash)?.study ?? study

/** The study as it runs at a site: under the newest version approved there; under the newest of all where none is. */
export function runningAt(study: OpenStudy, state: StudyState, site: string): OpenStudy {
  const running = versionAt(
    study.versions.map(({ compiled }) => compiled),
    state,
    site,
  )
  const version = study.versions.find(({ compiled }) => compiled === running)
  return version === undefined || version.hash === study.hash ? study : { ...version, versions: study.versions }
}
