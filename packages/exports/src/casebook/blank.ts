import { isForBlinded } from '@trialwright/conduct'
import { type Language, type Study, unscheduledId } from '@trialwright/protocol'
import { frame } from './casebook.ts'
import { blankForm } from './items.ts'
import type { Casebook } from './types.ts'
import { words } from './words.ts'

/** The casebook before anybody is in it: every visit, unscheduled ones and logs too, with every form of the blinded side, with the answers there are to choose from. */
export function blankCasebook(study: Study, definitionHash: string, language: Language): Casebook {
  const { encounters, unscheduled } = study.compiled
  const first = unscheduled && study.findEncounter(unscheduledId(1))
  const beside = first && unscheduled ? [{ ...first, title: unscheduled.title }] : []
  return {
    ...frame({ study, definitionHash, language }),
    title: words.blank[language],
    site: '',
    participant: '',
    facts: [],
    parts: [...encounters, ...beside, ...study.logs].map((encounter) => ({
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
