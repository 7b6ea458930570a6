import type { ModelValue, Scenario } from '@trialwright/protocol/simulation'

/** What the virtual participants rest on. The sources' keys are those of the study's fact sheet. */
export const facts = {
  shareOfWomen: 0.656,
  age: { mean: 43, sd: 10 },
  /** Before anybody is turned down; those who are randomised come out near the published 33.5. */
  odi: { mean: 32, sd: 11 },
  /** Placebo's change to day 154, and its spread between people. */
  change: -6.4,
  sdOfChange: 10,
  /** What one questionnaire strays from the person's state. */
  odiNoise: 3,
  reactions: { infliximab: 0.061, placebo: 0.015 },
  seriousEvents: { infliximab: 5 / 64, placebo: 2 / 64 },
  moderateEvents: { infliximab: 14 / 64, placebo: 8 / 64 },
} as const

const value = (en: string, nb: string, shown: string, rest: { source: string } | { why: string }): ModelValue => ({
  title: { en, nb },
  value: shown,
  ...rest,
})

export const values: readonly ModelValue[] = [
  value('Women', 'Kvinner', '65.6 %', { source: 'R1 R2: 84 of 128' }),
  value('Age', 'Alder', 'mean 43 y, SD 10', { source: 'R1 R2 for the mean; the SD is assumed' }),
  value('ODI of those screened', 'ODI hos dem som screenes', 'mean 32, SD 11', {
    why: 'Chosen so that those randomised come near the published mean of 33.5 (R3).',
  }),
  value('Change of ODI to day 154 on placebo', 'Endring i ODI til dag 154 med placebo', '−6.4, SD 10', {
    source: 'R1: −6.4 (SD 10.4) and −7.0 (SD 9.7)',
  }),
  value('Infusions with a reaction', 'Infusjoner med reaksjon', '6.1 % and 1.5 %', {
    source: 'R5 for infliximab; placebo is assumed',
  }),
  value('Participants with a serious event', 'Deltakere med alvorlig hendelse', '5 of 64 and 2 of 64', {
    source: 'R3',
  }),
  value('Screened in a month', 'Screenet per måned', '5.1', {
    why: '128 in 46 months (R1), and 46 % of those screened turned down, which is assumed: no count was found.',
  }),
  value('Reasons for screen failure', 'Grunner til screeningsvikt', 'no Modic change of type 1 first', {
    why: 'No count was found; the MRI criterion is the narrowest.',
  }),
  value('Leave treatment or trial', 'Avbryter behandling eller studie', '8 %', { why: 'No count was found.' }),
  value('Visits: days from plan', 'Besøk: dager fra plan', 'SD 1.5, one in 30 much later', {
    why: 'No count was found.',
  }),
]

export const scenarios = {
  published: {
    title: { en: 'As published: nearly no effect', nb: 'Som publisert: nesten ingen effekt' },
    effect: { infliximab: -0.6 },
  },
  noEffect: { title: { en: 'No effect', nb: 'Ingen effekt' }, effect: {} },
  planned: {
    title: { en: 'As planned: a difference of 10, SD 18', nb: 'Som planlagt: en forskjell på 10, SD 18' },
    effect: { infliximab: -10 },
    sdOfChange: 18,
  },
  halfway: {
    title: { en: 'A difference of 5, SD 10', nb: 'En forskjell på 5, SD 10' },
    effect: { infliximab: -5 },
    sdOfChange: 10,
  },
} as const satisfies Readonly<Record<string, Scenario>>
