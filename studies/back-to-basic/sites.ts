import { assumed } from './assumptions.ts'

const timeZone = 'Europe/Oslo'

/** The six hospitals of the registry's record. */
export const sites = {
  ous: {
    title: { en: 'Oslo University Hospital Ullevål', nb: 'Oslo universitetssykehus Ullevål' },
    target: assumed.siteTargets.ous,
    timeZone,
  },
  haukeland: {
    title: { en: 'Haukeland University Hospital, Bergen', nb: 'Haukeland universitetssjukehus, Bergen' },
    target: assumed.siteTargets.haukeland,
    timeZone,
  },
  stolavs: {
    title: { en: 'St. Olavs Hospital, Trondheim', nb: 'St. Olavs hospital, Trondheim' },
    target: assumed.siteTargets.stolavs,
    timeZone,
  },
  unn: {
    title: { en: 'University Hospital of North Norway, Tromsø', nb: 'Universitetssykehuset Nord-Norge, Tromsø' },
    target: assumed.siteTargets.unn,
    timeZone,
  },
  ostfold: {
    title: { en: 'Østfold Hospital Trust', nb: 'Sykehuset Østfold' },
    target: assumed.siteTargets.ostfold,
    timeZone,
  },
  drammen: {
    title: { en: 'Vestre Viken Hospital Trust, Drammen', nb: 'Vestre Viken, Drammen sykehus' },
    target: assumed.siteTargets.drammen,
    timeZone,
  },
} as const
