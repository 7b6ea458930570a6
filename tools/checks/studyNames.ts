import type { Source } from '../sources.ts'

/** A study is named in its own folder only: the platform must serve the next one without a change. */
export function checkStudyNames(studies: readonly string[], sources: readonly Source[]): readonly string[] {
  const platform = sources.filter(({ path }) => path.startsWith('packages/'))
  return studies.flatMap((study) => {
    const name = new RegExp(study.split('-').join('[-_ ]?'), 'i')
    return platform.flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          name.test(line) ? [`${path}:${index + 1}: names the study ${study}; packages/ knows no study by name.`] : [],
        ),
    )
  })
}
