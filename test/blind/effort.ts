/** A nightly run does more of everything. */
export const nightly = process.env['TRIALWRIGHT_EFFORT'] === 'nightly'
