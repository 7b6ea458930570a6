/** A nightly run, or one by `npm run prove-blind`, does more of everything. */
export const nightly = process.env['TRIALWRIGHT_EFFORT'] === 'nightly'
