import { findingsOf, repeated, type Check, type Finding } from './finding.ts'

const { error } = findingsOf('names')

const dotted = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/
const plain = /^[A-Za-z][A-Za-z0-9_]*$/

/** Ids become keys in addresses, files and SQL, once each; those of forms, items and calculations are joined by points, and hold none. */
export const names: Check = (study) => {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  const { arms, sites, consent, epochs, forms, derived, procedures, encounters, criteria, checks } = study
  const rules = [...study.requirements, ...study.holds, ...study.stops, ...study.deviations]
  const factors = study.randomisation.factors ?? []
  return [
    ...Object.entries({ arms, sites, consent, epochs, procedures, encounters, rules, criteria, checks }).flatMap(
      ([list, all]) => judge(list, ids(all), dotted),
    ),
    ...judge('randomisation.factors', ids(factors), plain),
    ...factors.flatMap(({ id, levels }) => judge(`randomisation.factors.${id}`, ids(levels), dotted)),
    ...judge('logs', [...ids(study.logs ?? []), ...ids(encounters)], dotted),
    ...judge('forms', ids(forms), plain),
    ...judge('derived', ids(derived), plain),
    ...forms.flatMap((form) => judge(`forms.${form.id}`, ids(form.items), plain)),
    ...forms.flatMap((form) =>
      form.items.flatMap((item) => judge(`forms.${form.id}.${item.id}`, ids(item.columns ?? []), plain)),
    ),
  ]
}

const judge = (list: string, ids: readonly string[], allowed: RegExp): readonly Finding[] => [
  ...repeated(ids).map((id) => error(`${list}.${id}`, `Two have the name ${id}.`, `To har navnet ${id}.`)),
  ...ids
    .filter((id) => !allowed.test(id))
    .map((id) =>
      error(
        `${list}.${id}`,
        `The name “${id}” may hold letters, digits and ${allowed === plain ? 'underscores' : 'inner points, hyphens and underscores'} only.`,
        `Navnet «${id}» kan bare ha bokstaver, sifre og ${allowed === plain ? 'understreker' : 'punktum, bindestreker og understreker inni'}.`,
      ),
    ),
]
