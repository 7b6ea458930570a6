import { isForBlinded } from '@trialwright/conduct'
import type { Language, Study } from '@trialwright/protocol'
import { frame } from './casebook.ts'
import { blankForm } from './items.ts'
import type { Casebook } from './types.ts'
import { words } from './words.ts'

/** The casebook before anybody is in it: every visit and form of the blinded side, with the answers there are to choose from. */
export function blankCasebook(study: Study, definitionHash: string, language: Language): Casebook {
  const { compiled } = study
  return {
    ...frame({ study, definitionHash, language }),
    title: words.blank[language],
    site: '',
    participant: '',
    facts: [],
    parts: compiled.encounters.map((encounter) => ({
      encounter: encounter.id,
      title: encounter.title[language],
      facts: [],
      forms: encounter.forms
        .map((id) => study.form(id))
        .filter(isForBlinded)
        .map((form) =>
          blankForm({ ...form, items: form.items.filter(({ blinding }) => blinding !== 'unblindedOnly') }, language),
        ),
    })),
    signatures: [],
    audit: [],
  }
}
