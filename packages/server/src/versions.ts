import { type StudyState, versionAt } from '@trialwright/conduct'
import { type CompiledStudy, loadStudy } from '@trialwright/protocol'
import { type Database, listDefinitions } from '@trialwright/records'
import type { OpenStudy, ProtocolVersion } from './ports.ts'

/**
 * A study with the versions of its protocol that the records hold. Definitions of one version follow each other as they are
 * put in order; the last is what that version says.
 */
export async function openVersions(blinded: Database, compiled: CompiledStudy, hash: string): Promise<OpenStudy> {
  const newest: ProtocolVersion = { id: compiled.id, hash, compiled, study: loadStudy(compiled) }
  const kept = await listDefinitions(blinded, compiled.id)
  const earlier = new Map<string, { hash: string; compiled: CompiledStudy }>()
  for (const { definitionHash, compiled: text } of kept) {
    const old = JSON.parse(text) as CompiledStudy
    if (old.version !== compiled.version) earlier.set(old.version, { hash: definitionHash, compiled: old })
  }
  const versions = [...earlier.values()].map((one) => ({ ...one, id: compiled.id, study: loadStudy(one.compiled) }))
  return { ...newest, versions: [...versions, newest] }
}

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
