import { defineForm } from '@trialwright/protocol'
import { assumed } from '../assumptions.ts'

const modicTypes = {
  none: { en: 'None', nb: 'Ingen' },
  type1: { en: 'Type 1: dark on T1, bright on T2', nb: 'Type 1: mørk på T1, lys på T2' },
  type2: { en: 'Type 2: bright on T1, iso- or bright on T2', nb: 'Type 2: lys på T1, iso- eller lys på T2' },
  type3: { en: 'Type 3: dark on both', nb: 'Type 3: mørk på begge' },
} as const

/** The twelve vertebral endplates from Th12 to S1, from above. */
const endplates = {
  Th12inferior: { en: 'Th12 inferior', nb: 'Th12 nedre' },
  L1superior: { en: 'L1 superior', nb: 'L1 øvre' },
  L1inferior: { en: 'L1 inferior', nb: 'L1 nedre' },
  L2superior: { en: 'L2 superior', nb: 'L2 øvre' },
  L2inferior: { en: 'L2 inferior', nb: 'L2 nedre' },
  L3superior: { en: 'L3 superior', nb: 'L3 øvre' },
  L3inferior: { en: 'L3 inferior', nb: 'L3 nedre' },
  L4superior: { en: 'L4 superior', nb: 'L4 øvre' },
  L4inferior: { en: 'L4 inferior', nb: 'L4 nedre' },
  L5superior: { en: 'L5 superior', nb: 'L5 øvre' },
  L5inferior: { en: 'L5 inferior', nb: 'L5 nedre' },
  S1superior: { en: 'S1 superior', nb: 'S1 øvre' },
} as const

const share = { type: 'number', unit: '%', range: [0, 100], optional: true } as const

/** What a reader records of a scan; the eligibility and the follow-up scan alike. */
const reading = {
  imageDate: { type: 'date', question: { en: 'Date of the scan', nb: 'Dato for MR-undersøkelsen' } },
  readDate: { type: 'date', question: { en: 'Date of the reading', nb: 'Dato for granskningen' } },
  readerBlind: {
    type: 'yesNo',
    question: { en: 'Reader did not know the participant’s course', nb: 'Granskeren kjente ikke deltakerens forløp' },
  },
  endplates: {
    type: 'repeat',
    rowFor: 'endplate',
    question: { en: 'Modic changes by endplate', nb: 'Modic-forandringer per endeplate' },
    of: {
      endplate: { type: 'coded', codes: endplates, question: { en: 'Endplate', nb: 'Endeplate' } },
      primaryType: { type: 'coded', codes: modicTypes, question: { en: 'Primary type', nb: 'Primær type' } },
      secondaryType: { type: 'coded', codes: modicTypes, question: { en: 'Secondary type', nb: 'Sekundær type' } },
      height: {
        type: 'number',
        unit: '%',
        range: [0, 100],
        question: { en: 'Craniocaudal size, of vertebral height', nb: 'Kraniokaudal størrelse, av virvelhøyden' },
        label: { en: 'Size, of vertebral height', nb: 'Størrelse, av virvelhøyden' },
      },
      depth: {
        ...share,
        question: { en: 'Anteroposterior size, of the endplate', nb: 'Størrelse forfra og bakover, av endeplaten' },
      },
      stirVolume: { ...share, question: { en: 'STIR signal, of marrow volume', nb: 'STIR-signal, av margvolumet' } },
      stirHeight: {
        ...share,
        question: { en: 'STIR signal, of vertebral height', nb: 'STIR-signal, av virvelhøyden' },
      },
      stirIntensity: { ...share, question: { en: 'Highest STIR intensity', nb: 'Høyeste STIR-intensitet' } },
      adc: {
        ...share,
        question: {
          en: 'ADC, 0 as vertebral marrow, 100 as cerebrospinal fluid',
          nb: 'ADC, 0 som beinmarg, 100 som cerebrospinalvæske',
        },
        label: { en: 'ADC', nb: 'ADC' },
      },
    },
  },
  comment: { type: 'text', optional: true, question: { en: 'Other findings', nb: 'Andre funn' } },
} as const

export const mriReading = defineForm(
  'mriReading',
  { title: { en: 'MRI reading', nb: 'MR-granskning' }, blinding: 'open', filledBy: 'reader', burden: 'imaging' },
  reading,
)

/** A form of its own, so that the scan after treatment never stands in for the one eligibility rests on. */
export const mriFollowUpReading = defineForm(
  'mriFollowUpReading',
  {
    title: { en: 'MRI reading, follow-up', nb: 'MR-granskning, oppfølging' },
    blinding: assumed.followUpMriBlinding,
    filledBy: 'reader',
    burden: 'imaging',
  },
  reading,
)
