import type { Text } from '../text.ts'

/** What must be recorded for a site before it may include participants (ICH E6(R3) 4.3.5). */
export interface ApprovalDefinition {
  readonly title: Text
  /** Given for one version of the protocol: a new version needs it again before it runs at the site. */
  readonly eachVersion: boolean
}

/** What every site needs unless the study says otherwise. */
export const usualApprovals: Readonly<Record<string, ApprovalDefinition>> = {
  ethics: {
    title: { en: 'Ethics committee and medicines authority', nb: 'Etisk komité og legemiddelmyndighet' },
    eachVersion: true,
  },
  hospital: { title: { en: 'Hospital management', nb: 'Sykehusets ledelse' }, eachVersion: true },
  contract: { title: { en: 'Contract with the sponsor', nb: 'Avtale med sponsor' }, eachVersion: false },
  training: { title: { en: 'Training of the site’s people', nb: 'Opplæring av senterets ansatte' }, eachVersion: true },
}
