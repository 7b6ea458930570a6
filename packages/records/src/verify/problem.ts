export type Log = 'open' | 'sealed'

/** What is wrong, as data. `position` is the place in the log where there is one. */
export type Problem =
  | { readonly code: 'missingLog' | 'otherPeaks'; readonly log: Log }
  | {
      readonly code: 'missingRecord' | 'missingLeaf' | 'changedRecord' | 'extraRecord' | 'extraLeaf'
      readonly log: Log
      readonly position: number
    }
  | { readonly code: 'changedColumn'; readonly log: Log; readonly position: number; readonly column: string }
  | { readonly code: 'versionGap'; readonly log: Log; readonly position: number; readonly streamId: string }
  | { readonly code: 'otherStreamVersion'; readonly log: Log; readonly streamId: string }
  | { readonly code: 'rollback' | 'otherHistory'; readonly log: Log; readonly size: number }
  | { readonly code: 'changedDefinition'; readonly definitionHash: string }
  | { readonly code: 'changedStudy' | 'changedList' }
  | { readonly code: 'changedAllocation'; readonly participant: string }
  | { readonly code: 'changedCounter'; readonly stratum: string }
  | { readonly code: 'changedAnswer'; readonly key: string }
  | { readonly code: 'changedAccount' | 'changedGrant'; readonly id: string }

export type Sentence = { readonly en: string; readonly nb: string }

const logNames = { open: { en: 'open', nb: 'åpne' }, sealed: { en: 'sealed', nb: 'forseglede' } } as const

/** The problem as a sentence in both languages. */
export const describeProblem = (problem: Problem): Sentence => {
  const { en: log, nb: logg } = 'log' in problem ? logNames[problem.log] : { en: '', nb: '' }
  const place = 'position' in problem ? problem.position : 0
  switch (problem.code) {
    case 'missingLog':
      return { en: `The ${log} log has no head.`, nb: `Den ${logg} loggen mangler hode.` }
    case 'missingRecord':
      return { en: `Record ${place} of the ${log} log is missing.`, nb: `Post ${place} i den ${logg} loggen mangler.` }
    case 'missingLeaf':
      return { en: `Leaf ${place} of the ${log} log is missing.`, nb: `Blad ${place} i den ${logg} loggen mangler.` }
    case 'changedRecord':
      return {
        en: `Record ${place} of the ${log} log is not the one that was stored: its hash differs from its leaf.`,
        nb: `Post ${place} i den ${logg} loggen er ikke den som ble lagret: hashen avviker fra bladet.`,
      }
    case 'extraRecord':
      return {
        en: `Record ${place} lies beyond the end of the ${log} log.`,
        nb: `Post ${place} ligger etter slutten av den ${logg} loggen.`,
      }
    case 'extraLeaf':
      return {
        en: `Leaf ${place} lies beyond the end of the ${log} log.`,
        nb: `Blad ${place} ligger etter slutten av den ${logg} loggen.`,
      }
    case 'changedColumn':
      return {
        en: `Record ${place} of the ${log} log: column ${problem.column} differs from the record.`,
        nb: `Post ${place} i den ${logg} loggen: kolonnen ${problem.column} avviker fra posten.`,
      }
    case 'versionGap':
      return {
        en: `Record ${place} of the ${log} log does not follow its stream ${problem.streamId} without a gap.`,
        nb: `Post ${place} i den ${logg} loggen følger ikke strømmen ${problem.streamId} uten hull.`,
      }
    case 'otherStreamVersion':
      return {
        en: `Stream ${problem.streamId} of the ${log} log has another version than its last record.`,
        nb: `Strømmen ${problem.streamId} i den ${logg} loggen har en annen versjon enn sin siste post.`,
      }
    case 'otherPeaks':
      return {
        en: `The head of the ${log} log does not match its leaves.`,
        nb: `Hodet til den ${logg} loggen stemmer ikke med bladene.`,
      }
    case 'rollback':
      return {
        en: `The ${log} log is shorter than at the checkpoint of size ${problem.size}: an older state was put back.`,
        nb: `Den ${logg} loggen er kortere enn ved kontrollpunktet på ${problem.size}: en eldre tilstand er lagt tilbake.`,
      }
    case 'otherHistory':
      return {
        en: `The first ${problem.size} records of the ${log} log are not those of the checkpoint.`,
        nb: `De første ${problem.size} postene i den ${logg} loggen er ikke de fra kontrollpunktet.`,
      }
    case 'changedDefinition':
      return {
        en: `The compiled definition ${problem.definitionHash} does not have this hash, or was never registered.`,
        nb: `Den kompilerte definisjonen ${problem.definitionHash} har ikke denne hashen, eller ble aldri registrert.`,
      }
    case 'changedStudy':
      return {
        en: 'Mode or definition of the study differ from the events that set them.',
        nb: 'Studiens modus eller definisjon avviker fra hendelsene som satte dem.',
      }
    case 'changedList':
      return {
        en: 'The randomisation list is not the one that was sealed.',
        nb: 'Randomiseringslisten er ikke den som ble forseglet.',
      }
    case 'changedAllocation':
      return {
        en: `The allocation of participant ${problem.participant} differs from its sealed event.`,
        nb: `Tildelingen til deltaker ${problem.participant} avviker fra den forseglede hendelsen.`,
      }
    case 'changedCounter':
      return {
        en: `The next slot of stratum ${problem.stratum} does not follow its allocations.`,
        nb: `Neste plass i stratum ${problem.stratum} følger ikke av tildelingene.`,
      }
    case 'changedAnswer':
      return {
        en: `The stored answer under key ${problem.key} is missing, foreign or changed.`,
        nb: `Det lagrede svaret under nøkkelen ${problem.key} mangler, er fremmed eller endret.`,
      }
    case 'changedAccount':
      return {
        en: `Account ${problem.id} differs from the events that made it.`,
        nb: `Kontoen ${problem.id} avviker fra hendelsene som skapte den.`,
      }
    case 'changedGrant':
      return {
        en: `Role grant ${problem.id} differs from the events that made it.`,
        nb: `Rolletildelingen ${problem.id} avviker fra hendelsene som skapte den.`,
      }
  }
}
