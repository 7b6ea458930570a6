import type { Study, Text } from '@trialwright/protocol'
import { delegationSayings } from './sayDelegation.ts'
import { colon, type OtherEvent, type Say, siteTitle, text, word } from './saying.ts'

export type { OtherEvent } from './saying.ts'

const closing = (study: Study, site: unknown, reason: unknown, en: string, nb: string): Text => {
  const what = site === undefined ? text('the whole study', 'hele studien') : siteTitle(study, site)
  return text(`${en}: ${what.en}${colon(reason)}`, `${nb}: ${what.nb}${colon(reason)}`)
}

const sayings: Readonly<Record<string, Say>> = {
  StudyOpened: () => text('The study was opened', 'Studien ble åpnet'),
  StudyAmended: () => text('A changed definition was put in force', 'En endret definisjon ble tatt i bruk'),
  SiteOpened: ({ site }, study) => {
    const title = siteTitle(study, site)
    return text(`${title.en} opened for inclusion`, `${title.nb} åpnet for inklusjon`)
  },
  ApprovalRecorded: ({ approval, reference, protocolVersion: version, site }) =>
    text(
      `Approval ${word(approval)} of version ${word(version)} recorded for ${word(site)}${colon(reference)}`,
      `Godkjenning ${word(approval)} av versjon ${word(version)} registrert for ${word(site)}${colon(reference)}`,
    ),
  ApprovalWithdrawn: ({ approval, reason, protocolVersion: version, site }) =>
    text(
      `Approval ${word(approval)} of version ${word(version)} withdrawn for ${word(site)}${colon(reason)}`,
      `Godkjenning ${word(approval)} av versjon ${word(version)} trukket for ${word(site)}${colon(reason)}`,
    ),
  LaboratoryRangesRecorded: ({ ranges }) => {
    const count = Array.isArray(ranges) ? ranges.length : 0
    return text(`${count} laboratory reference ranges added`, `${count} referanseområder lagt til`)
  },
  LaboratoryResultsImported: ({ file, laboratory, counts }) => {
    const { name, rows } = { ...(file as object) } as { name?: unknown; rows?: unknown }
    const { new: fresh, changed } = { ...(counts as object) } as { new?: unknown; changed?: unknown }
    return text(
      `File ${word(name)} of ${word(laboratory)} taken: ${word(rows)} rows, ${word(fresh)} results recorded, ${word(changed)} corrected`,
      `Filen ${word(name)} fra ${word(laboratory)} tatt inn: ${word(rows)} rader, ${word(fresh)} resultater registrert, ${word(changed)} rettet`,
    )
  },
  RandomisationListSealed: () =>
    text('The randomisation list was drawn and sealed', 'Randomiseringslisten ble trukket og forseglet'),
  ClockMoved: () => text('The demo’s clock was moved', 'Demoens klokke ble flyttet'),
  ...delegationSayings,
  MonitoringVisitRecorded: ({ visit, day }) =>
    text(
      `Monitoring visit ${word(visit)} recorded, day ${word(day)}`,
      `Monitorbesøk ${word(visit)} registrert, dag ${word(day)}`,
    ),
  MonitoringActionClosed: ({ visit, finding, note }) =>
    text(
      `Action ${word(finding)} of monitoring visit ${word(visit)} closed${colon(note)}`,
      `Tiltak ${word(finding)} fra monitorbesøk ${word(visit)} lukket${colon(note)}`,
    ),
  MonitoringVisitSigned: ({ visit }) =>
    text(`Report of monitoring visit ${word(visit)} signed`, `Rapporten fra monitorbesøk ${word(visit)} signert`),
  SitesFrozen: ({ site, reason }, study) => closing(study, site, reason, 'Frozen', 'Frosset'),
  SitesUnfrozen: ({ site, reason }, study) => closing(study, site, reason, 'Freeze lifted', 'Frysing opphevet'),
  SiteLocked: ({ site, reason }, study) => closing(study, site, reason, 'Locked', 'Låst'),
  SiteUnlocked: ({ site, reason }, study) => closing(study, site, reason, 'Unlocked', 'Låst opp'),
  UnlockProposed: ({ note }) =>
    text(`Unlocking of the database proposed${colon(note)}`, `Opplåsing av databasen foreslått${colon(note)}`),
  DatabaseUnlocked: () => text('The database was unlocked', 'Databasen ble låst opp'),
  DatabaseLocked: ({ note }) => text(`The database was locked${colon(note)}`, `Databasen ble låst${colon(note)}`),
  UnblindingProposed: ({ note }) =>
    text(`Unblinding of the study proposed${colon(note)}`, `Avblinding av studien foreslått${colon(note)}`),
  UnblindingConfirmed: () => text('Unblinding of the study confirmed', 'Avblinding av studien bekreftet'),
  AllocationsRead: () => text('All allocations were read', 'Alle tildelinger ble lest'),
  IdentityRecorded: () => text('Identity recorded in the vault', 'Identitet registrert i hvelvet'),
  IdentityRead: ({ purpose }) => text(`Identity read${colon(purpose)}`, `Identitet lest${colon(purpose)}`),
  IdentityErased: ({ reason }) => text(`Identity erased${colon(reason)}`, `Identitet slettet${colon(reason)}`),
  ExportMade: ({ what, of }) =>
    text(
      `Export made: ${word(what)}${of === undefined ? '' : `, ${word(of)}`}`,
      `Uttrekk laget: ${word(what)}${of === undefined ? '' : `, ${word(of)}`}`,
    ),
  UnblindedDataRead: ({ page }) =>
    text(`Page with unblinded data opened${colon(page)}`, `Side med avblindede data åpnet${colon(page)}`),
  SignedIn: ({ address }) => text(`Signed in from ${word(address)}`, `Logget inn fra ${word(address)}`),
  SignedOut: () => text('Signed out', 'Logget ut'),
  SignInFailed: ({ address }) =>
    text(`Sign-in failed, from ${word(address)}`, `Innlogging mislyktes, fra ${word(address)}`),
  AccountCreated: ({ login }) => text(`Account ${word(login)} created`, `Konto ${word(login)} opprettet`),
  AccountChanged: ({ disabled }) =>
    disabled === true ? text('Account closed', 'Konto stengt') : text('Account changed', 'Konto endret'),
  RoleGranted: ({ given, site }) =>
    text(`Role ${word(given)} given${colon(site)}`, `Rollen ${word(given)} gitt${colon(site)}`),
  RoleEnded: () => text('Role ended', 'Rolle avsluttet'),
  RoleReviewed: ({ outcome, note }) =>
    outcome === 'ended'
      ? text(`Role reviewed and ended${colon(note)}`, `Rolle gjennomgått og avsluttet${colon(note)}`)
      : text(`Role reviewed and kept${colon(note)}`, `Rolle gjennomgått og beholdt${colon(note)}`),
  Invited: () => text('One-time link issued', 'Engangslenke utstedt'),
  AccountActivated: () => text('Password set with a one-time link', 'Passord satt med engangslenke'),
  AccountDisabled: ({ reason }) => text(`Account ended${colon(reason)}`, `Konto avsluttet${colon(reason)}`),
  IdentityChecked: ({ how }) => text(`Identity checked${colon(how)}`, `Identitet kontrollert${colon(how)}`),
  SessionsEnded: ({ count }) => text(`Sessions ended: ${word(count)}`, `Økter avsluttet: ${word(count)}`),
  AuthenticatorAdded: () => text('Authenticator app connected', 'Autentiseringsapp tilkoblet'),
  AuthenticatorRemoved: () => text('Authenticator app removed', 'Autentiseringsapp fjernet'),
  RecoveryCodeUsed: () => text('Recovery code used', 'Reservekode brukt'),
  PasskeyAdded: ({ name }) => text(`Passkey added${colon(name)}`, `Passnøkkel lagt til${colon(name)}`),
  PasskeyRemoved: () => text('Passkey removed', 'Passnøkkel fjernet'),
  ProviderLinked: ({ issuer, subject }) =>
    text(`Linked to ${word(subject)} at ${word(issuer)}`, `Knyttet til ${word(subject)} hos ${word(issuer)}`),
  ProviderUnlinked: () => text('Link to an identity provider removed', 'Kobling til identitetsleverandør fjernet'),
  SignInHeldBack: ({ address }) =>
    text(
      `Sign-in held back after ten failures, from ${word(address)}`,
      `Innlogging holdt tilbake etter ti feil, fra ${word(address)}`,
    ),
}

/** The event in a sentence. One this release has no words for is named by its type: the trail leaves nothing out. */
export const sayOther = (study: Study, event: OtherEvent): Text =>
  sayings[event.type]?.(event, study) ?? text(event.type, event.type)
