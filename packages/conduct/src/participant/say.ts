import { formatDate, formatNumber, type Study, type Text } from '@trialwright/protocol'
import { type Extent, extentKey, sayExtent } from '../locks/extent.ts'
import { sayOpen } from '../locks/open.ts'
import type { Place } from '../place.ts'
import { itemAt } from '../queries/sight.ts'
import type { ParticipantEvent } from './events.ts'

type Said<Type extends ParticipantEvent['type']> = (
  event: Extract<ParticipantEvent, { type: Type }>,
  title: (encounter: string) => Text,
  study: Study,
) => Text

const text = (en: string, nb: string): Text => ({ en, nb })
const on = (day: string): Text => text(formatDate(day, 'en'), formatDate(day, 'nb'))
/** The value a query is about, by its label and visit; never the value itself. */
function whereText(study: Study, place: Place, title: (encounter: string) => Text): Text {
  const label = itemAt(study, place)?.label ?? study.form(place.form).title
  const visit = title(place.encounter)
  return text(`${label.en}, ${visit.en}`, `${label.nb}, ${visit.nb}`)
}
const because = (reason: string | undefined): string => (reason === undefined || reason === '' ? '' : `: ${reason}`)

function closing(study: Study, extent: Extent, reason: string, en: string, nb: string): Text {
  const what = sayExtent(study, extent)
  return text(
    `${en}: ${what?.en ?? extentKey(extent)}${because(reason)}`,
    `${nb}: ${what?.nb ?? extentKey(extent)}${because(reason)}`,
  )
}

const momentWords = {
  start: text('Start', 'Start'),
  observation: text('Observation', 'Observasjon'),
  interruption: text('Interruption', 'Avbrudd'),
  resumption: text('Resumption', 'Gjenopptakelse'),
  end: text('End', 'Slutt'),
} as const

const itemsOf = (
  study: Study,
  form: string,
  values: readonly { readonly item: string }[],
  language: 'en' | 'nb',
): string =>
  values.map(({ item }) => study.form(form).items.find(({ id }) => id === item)?.label[language] ?? item).join(', ')

/** Each event in a sentence; one without its sentence does not compile. */
const sayings: { readonly [Type in ParticipantEvent['type']]: Said<Type> } = {
  ParticipantRegistered: ({ code }) => text(`Registered as ${code}`, `Registrert som ${code}`),
  ConsentGiven: ({ consentVersion: version, day }) =>
    text(`Consent to version ${version} given on ${on(day).en}`, `Samtykke til versjon ${version} gitt ${on(day).nb}`),
  ConsentWithdrawn: ({ scope, day, reason }) =>
    scope === 'treatment'
      ? text(
          `Consent to treatment withdrawn on ${on(day).en}${because(reason)}`,
          `Samtykke til behandling trukket ${on(day).nb}${because(reason)}`,
        )
      : text(
          `Consent withdrawn on ${on(day).en}${because(reason)}`,
          `Samtykke trukket ${on(day).nb}${because(reason)}`,
        ),
  ConsentDeclined: ({ day, reason }) =>
    text(`Said no on ${on(day).en}${because(reason)}`, `Takket nei ${on(day).nb}${because(reason)}`),
  ConsentDayCorrected: ({ consentVersion: version, day, previous, reason }) =>
    text(
      `Day of consent to version ${version} corrected from ${on(previous).en} to ${on(day).en}: ${reason}`,
      `Dag for samtykke til versjon ${version} rettet fra ${on(previous).nb} til ${on(day).nb}: ${reason}`,
    ),
  EligibilityConfirmed: ({ signature }) =>
    text(
      `Eligibility confirmed and signed by ${signature.printedName}`,
      `Oppfylte krav bekreftet og signert av ${signature.printedName}`,
    ),
  ScreenFailed: ({ criteria, note }) => {
    const why = [criteria.join(', '), note].filter((part) => part !== '').join('; ')
    return text(`Screen failure: ${why}`, `Screening ikke bestått: ${why}`)
  },
  RescreeningStarted: ({ reason }) => text(`Re-screening started: ${reason}`, `Ny screening startet: ${reason}`),
  ParticipantRandomised: ({ number }) => text(`Randomised, number ${number}`, `Randomisert, nummer ${number}`),
  EncounterBooked: ({ encounter, day }, title) =>
    text(`${title(encounter).en} booked for ${on(day).en}`, `${title(encounter).nb} avtalt til ${on(day).nb}`),
  VisitTookPlace: ({ encounter, day, inWindow, reason }, title) =>
    text(
      `${title(encounter).en} took place on ${on(day).en}${inWindow ? '' : ', outside its window'}${because(reason)}`,
      `${title(encounter).nb} fant sted ${on(day).nb}${inWindow ? '' : ', utenfor vinduet'}${because(reason)}`,
    ),
  VisitMissed: ({ encounter, reason }, title) =>
    text(`${title(encounter).en} missed: ${reason}`, `${title(encounter).nb} uteblitt: ${reason}`),
  UnscheduledVisitTookPlace: ({ encounter, day, reason, correction }, title) => {
    const why =
      correction === undefined ? { en: '', nb: '' } : text(`; corrected: ${correction}`, `; rettet: ${correction}`)
    return text(
      `${title(encounter).en} took place on ${on(day).en}: ${reason}${why.en}`,
      `${title(encounter).nb} fant sted ${on(day).nb}: ${reason}${why.nb}`,
    )
  },
  FormRecorded: ({ encounter, form, day }, title, study) =>
    text(
      `${study.form(form).title.en} of ${on(day).en} saved, ${title(encounter).en}`,
      `${study.form(form).title.nb} ${on(day).nb} lagret, ${title(encounter).nb}`,
    ),
  DeviationClassified: ({ said, important, note }) =>
    important
      ? text(`Important deviation: ${said.en}${because(note)}`, `Viktig avvik: ${said.nb}${because(note)}`)
      : text(`Deviation, not important: ${said.en}${because(note)}`, `Avvik, ikke viktig: ${said.nb}${because(note)}`),
  QueryOpened: ({ query, place, check }, title, study) => {
    const { en, nb } = whereText(study, place, title)
    return check === undefined
      ? text(`Query ${query} on ${en}`, `Spørsmål ${query} om ${nb}`)
      : text(`Query ${query} on ${en}, by an edit check`, `Spørsmål ${query} om ${nb}, fra en datakontroll`)
  },
  QueryAnswered: ({ query }) => text(`Query ${query} answered`, `Spørsmål ${query} besvart`),
  QueryClosed: ({ query, check }) =>
    check === undefined
      ? text(`Query ${query} closed`, `Spørsmål ${query} lukket`)
      : text(
          `Query ${query} closed by itself: the values agree`,
          `Spørsmål ${query} lukket av seg selv: verdiene stemmer`,
        ),
  QueryReopened: ({ query }) => text(`Query ${query} re-opened`, `Spørsmål ${query} åpnet igjen`),
  PreparationRequested: ({ encounter, weight }, title) =>
    text(
      `Infusion for ${title(encounter).en} requested, weight ${formatNumber(weight, 'en')} kg`,
      `Infusjon til ${title(encounter).nb} bestilt, vekt ${formatNumber(weight, 'nb')} kg`,
    ),
  MaskedInfusionReady: ({ encounter, label }, title) =>
    text(
      `Masked infusion ${label} for ${title(encounter).en} handed over by the pharmacy`,
      `Maskert infusjon ${label} til ${title(encounter).nb} levert av apoteket`,
    ),
  MaskedInfusionTakenBack: ({ encounter, label }, title) =>
    text(
      `Masked infusion ${label} for ${title(encounter).en} taken back by the pharmacy, unused`,
      `Maskert infusjon ${label} til ${title(encounter).nb} tatt tilbake av apoteket, ubrukt`,
    ),
  InfusionStarted: ({ encounter, time, label }, title) =>
    text(
      `Infusion ${label} started at ${time}, ${title(encounter).en}`,
      `Infusjon ${label} startet kl. ${time}, ${title(encounter).nb}`,
    ),
  InfusionObserved: ({ time, note }) =>
    text(`Observation at ${time}${because(note)}`, `Observasjon kl. ${time}${because(note)}`),
  InfusionInterrupted: ({ time, reason }) =>
    text(`Infusion interrupted at ${time}: ${reason}`, `Infusjon avbrutt kl. ${time}: ${reason}`),
  InfusionResumed: ({ time, reason }) =>
    text(`Infusion resumed at ${time}: ${reason}`, `Infusjon gjenopptatt kl. ${time}: ${reason}`),
  InfusionEnded: ({ time, volumeGiven, reason }) =>
    text(
      `Infusion ended at ${time}, ${formatNumber(volumeGiven, 'en')} mL given${because(reason)}`,
      `Infusjon avsluttet kl. ${time}, ${formatNumber(volumeGiven, 'nb')} mL gitt${because(reason)}`,
    ),
  InfusionReaction: ({ day, time, grade, signs, action }) =>
    text(
      `Reaction of grade ${grade} on ${on(day).en} at ${time}: ${signs}; done: ${action}`,
      `Reaksjon av grad ${grade} ${on(day).nb} kl. ${time}: ${signs}; tiltak: ${action}`,
    ),
  InfusionTimeCorrected: ({ encounter, moment, number, time, previous, reason }, title) =>
    text(
      `${momentWords[moment].en} ${moment === 'start' || moment === 'end' ? '' : `${number} `}of the infusion corrected from ${previous} to ${time}, ${title(encounter).en}: ${reason}`,
      `${momentWords[moment].nb} ${moment === 'start' || moment === 'end' ? '' : `${number} `}av infusjonen rettet fra ${previous} til ${time}, ${title(encounter).nb}: ${reason}`,
    ),
  TreatmentHeld: ({ reason }) => text(`Treatment on hold: ${reason}`, `Behandlingen satt på vent: ${reason}`),
  HoldReleased: ({ reason }) => text(`Hold released: ${reason}`, `Behandlingen gjenopptas: ${reason}`),
  CodeBreakRecorded: ({ note, opened }) =>
    opened
      ? text(
          `Code broken by envelope, opened by ${opened.by}: ${note}`,
          `Kode brutt med konvolutt, åpnet av ${opened.by}: ${note}`,
        )
      : text(`Code broken: ${note}`, `Kode brutt: ${note}`),
  AccidentalUnblindingRecorded: ({ day, who, how, assessment, actions }) =>
    text(
      `Accidental unblinding of ${who} on ${on(day).en}: ${how}; assessed: ${assessment}; done: ${actions}`,
      `Utilsiktet avblinding av ${who} ${on(day).nb}: ${how}; vurdert: ${assessment}; tiltak: ${actions}`,
    ),
  ValuesVerified: ({ encounter, form, values }, title, study) =>
    text(
      `Compared with the source: ${itemsOf(study, form, values, 'en')} (${study.form(form).title.en}, ${title(encounter).en})`,
      `Sammenlignet med kilden: ${itemsOf(study, form, values, 'nb')} (${study.form(form).title.nb}, ${title(encounter).nb})`,
    ),
  VerificationWithdrawn: ({ encounter, form, items, reason }, title, study) => {
    const named = items.map((item) => ({ item }))
    return text(
      `Verification taken back: ${itemsOf(study, form, named, 'en')} (${study.form(form).title.en}, ${title(encounter).en})${because(reason)}`,
      `Verifisering trukket tilbake: ${itemsOf(study, form, named, 'nb')} (${study.form(form).title.nb}, ${title(encounter).nb})${because(reason)}`,
    )
  },
  DataFrozen: ({ extent, reason }, _, study) => closing(study, extent, reason, 'Frozen', 'Frosset'),
  DataUnfrozen: ({ extent, reason }, _, study) => closing(study, extent, reason, 'Freeze lifted', 'Frysing opphevet'),
  DataLocked: ({ extent, reason, overridden }, _, study) => {
    const locked = closing(study, extent, reason, 'Locked', 'Låst')
    if (!overridden) return locked
    const open = sayOpen(overridden.open)
    return text(
      `${locked.en}; still open: ${open.en}; locked all the same: ${overridden.reason}`,
      `${locked.nb}; fortsatt åpent: ${open.nb}; låst likevel: ${overridden.reason}`,
    )
  },
  DataUnlocked: ({ extent, reason }, _, study) => closing(study, extent, reason, 'Unlocked', 'Låst opp'),
  CorrectionProposed: ({ encounter, form, reason }, _, study) =>
    closing(study, { encounter, form }, reason, 'Correction after lock asked for', 'Rettelse etter lås bedt om'),
  CorrectionApproved: ({ encounter, form, signature }, _, study) =>
    closing(
      study,
      { encounter, form },
      signature.printedName,
      'Correction after lock approved and signed',
      'Rettelse etter lås godkjent og signert',
    ),
  CorrectionWithdrawn: ({ encounter, form, reason }, _, study) =>
    closing(study, { encounter, form }, reason, 'Correction after lock withdrawn', 'Rettelse etter lås trukket'),
  VisitSigned: ({ encounter, signature }, title) =>
    text(
      `${title(encounter).en} signed by ${signature.printedName}`,
      `${title(encounter).nb} signert av ${signature.printedName}`,
    ),
  CasebookSigned: ({ signature }) =>
    text(`Casebook signed by ${signature.printedName}`, `Deltakermappen signert av ${signature.printedName}`),
  TreatmentStopped: ({ reason }) =>
    text(`Treatment stopped for good${because(reason)}`, `Behandlingen avsluttet for godt${because(reason)}`),
}

export function sayEvent(study: Study, event: ParticipantEvent): Text {
  const say = sayings[event.type] as Said<ParticipantEvent['type']>
  return say(event as never, (encounter) => study.encounter(encounter).title, study)
}

export const isSayable = (type: string): type is ParticipantEvent['type'] => Object.hasOwn(sayings, type)
