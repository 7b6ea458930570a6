import type { Text } from '../text.ts'

/**
 * Duties an investigator delegates at a site (ICH E6(R3) 2.3.1 and C.2.6). Which act is of which duty is the conduct's to
 * know; a study takes them all, or names those its log holds.
 */
export const usualDuties = {
  consent: { en: 'Informing and obtaining consent', nb: 'Informere og innhente samtykke' },
  eligibility: { en: 'Judging eligibility', nb: 'Vurdere egnethet' },
  randomisation: { en: 'Randomising', nb: 'Randomisere' },
  visits: { en: 'Planning and holding visits', nb: 'Planlegge og holde besøk' },
  data: { en: 'Entering data and answering queries', nb: 'Registrere data og besvare spørsmål' },
  infusion: { en: 'Giving and watching infusions', nb: 'Gi og overvåke infusjoner' },
  medical: {
    en: 'Medical decisions on treatment and safety',
    nb: 'Medisinske beslutninger om behandling og sikkerhet',
  },
  signing: { en: 'Signing case report forms', nb: 'Signere skjemaer' },
  product: { en: 'Preparing and accounting for study medication', nb: 'Tilberede og føre regnskap for studiemedisin' },
} as const satisfies Readonly<Record<string, Text>>

export type Duty = keyof typeof usualDuties

export const allDuties = Object.keys(usualDuties) as readonly Duty[]

/** What everybody at a site has learned before acting (ICH E6(R3) 2.3.2). */
export interface TrainingDefinition {
  readonly title: Text
  /** Learned anew for each version of the protocol. */
  readonly eachVersion: boolean
}

/** What every study asks for unless it says otherwise. */
export const usualTraining: Readonly<Record<string, TrainingDefinition>> = {
  gcp: {
    title: { en: 'Good clinical practice (ICH E6)', nb: 'God klinisk utprøvingspraksis (ICH E6)' },
    eachVersion: false,
  },
  protocol: { title: { en: 'The protocol', nb: 'Protokollen' }, eachVersion: true },
  system: { title: { en: 'This system', nb: 'Dette systemet' }, eachVersion: false },
}
