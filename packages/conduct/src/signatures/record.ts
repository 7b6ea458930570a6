import type { Study } from '@trialwright/protocol'
import { digestOf } from '../digest.ts'
import type { FormState } from '../forms/state.ts'
import { dataOf, type ParticipantData } from '../participant/data.ts'
import { remembered } from '../remembered.ts'
import type { InfusionState } from '../treatment/state.ts'

/*
 * What is signed, as plain data. Only what an investigator could read when signing: items whose values are delayed or kept
 * from blinded people are no part of it, before and after the end of the blind.
 */

/** The record of one visit, or without one the casebook, at the versions that are there now. */
export const recordOf = (study: Study, state: ParticipantData, encounter?: string): object =>
  encounter === undefined ? casebookOf(study, state) : visitOf(study, state, encounter)

/** SHA-256, hex, of the record. */
export const recordHash = (study: Study, state: ParticipantData, encounter?: string): string =>
  hashOfData(dataOf(state), study, encounter)

/** A page shows the hash of every visit, and asks of each whether it may be signed; signing one changes none of them. */
const hashOfData = remembered(
  (data: ParticipantData, study: Study, encounter: string | undefined): string =>
    digestOf(recordOf(study, data, encounter)),
  32,
)

function visitOf(study: Study, state: ParticipantData, encounter: string): object {
  const { visit, missed } = state.encounters[encounter] ?? {}
  const infusion = state.treatment.infusions[encounter]
  return {
    participant: state.consent.code,
    screening: state.screening.attempt,
    encounter,
    visit,
    missed: missed && { reason: missed.reason, at: missed.at },
    forms: Object.values(state.forms)
      .filter((form) => form.encounter === encounter)
      .toSorted((a, b) => (a.form < b.form ? -1 : 1))
      .flatMap((form) => formOf(study, form)),
    infusion: infusion?.started === undefined ? undefined : givenOf(infusion),
  }
}

/** None while nothing of it may be read: that hidden values are there must void nothing. */
function formOf(study: Study, { form, day, laboratory, values }: FormState): readonly object[] {
  const read = study.form(form).items.flatMap(({ id, blinding }) => {
    const latest = values[id]?.at(-1)
    return blinding === 'open' && latest ? [[id, { version: latest.version, entry: latest.entry }] as const] : []
  })
  return read.length === 0 ? [] : [{ form, day, laboratory, values: Object.fromEntries(read) }]
}

const givenOf = ({ label, day, started, interruptions, observations, reactions, ended }: InfusionState): object => ({
  label,
  day,
  started,
  interruptions,
  observations,
  reactions,
  ended,
})

function casebookOf(study: Study, state: ParticipantData): object {
  const { consent, screening, randomisation, treatment } = state
  // A booking or a request is no data yet.
  const visited = new Set([
    ...Object.entries(state.encounters).flatMap(([id, { visit, missed }]) => (visit || missed ? [id] : [])),
    ...Object.values(state.forms).flatMap((form) => (formOf(study, form).length > 0 ? [form.encounter] : [])),
    ...Object.entries(treatment.infusions).flatMap(([id, { started }]) => (started === undefined ? [] : [id])),
  ])
  return {
    participant: consent.code,
    screening: screening.attempt,
    consents: consent.given.map(({ version, day, at }) => ({ version, day, at })),
    withdrawn: consent.withdrawn,
    failed: screening.failed,
    randomised: randomisation.randomised?.number,
    stopped: treatment.stopped,
    visits: [...visited].toSorted().map((encounter) => visitOf(study, state, encounter)),
  }
}
