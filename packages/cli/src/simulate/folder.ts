import path from 'node:path'

/* What a run keeps in its folder. */

export const stateFile = (out: string): string => path.join(out, 'state.json')

/** Of its own server. */
export const dataFolder = (out: string): string => path.join(out, 'data')
