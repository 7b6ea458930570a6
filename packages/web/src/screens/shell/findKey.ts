interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** Ctrl K or Cmd K. No single character: somebody who speaks to the machine would open it by accident (WCAG 2.1.4). */
export const isFindKey = ({ key, ctrlKey, metaKey, altKey }: Key): boolean =>
  !altKey && (ctrlKey || metaKey) && key.toLowerCase() === 'k'
