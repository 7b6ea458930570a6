import type { Language } from '@trialwright/protocol'

const en = {
  title: 'Randomisation report',
  scheme: 'Scheme',
  overall: 'Imbalance, whole trial',
  within: 'Imbalance, within site',
  guessed: 'Named in advance',
  mean: 'mean',
  worst: 'worst',
  behind: 'bets on the arm behind',
  best: 'knows the method',
  certain: 'certain',
  signOff: 'sign-off',
  needed: 'needed',
  inTrial: 'trial',
  inSite: 'site',
  own: 'the study’s own',
  written: 'Written:',
  unblinded: 'Names block sizes and other parameters: not for blinded roles.',
  setting: (participants: number, sites: number, runs: string, seed: number): string =>
    `${participants} participants at ${sites} sites, ${runs} invented trials for each scheme, seed ${seed}.`,
  reading:
    'Imbalance is the difference between the arms in participants (per share of the ratio): on the average at the end of a trial, and at worst at any time. A guesser knows every earlier arm of the site, which in a blinded trial nobody should; the first bets on the arm that is behind, the second knows the method with its parameters and makes the best of it, and for schemes over several sites is granted their arms too.',
  error: 'Standard errors of the shares are at most',
  verdict: (share: string, limit: string, needed: boolean): string =>
    needed
      ? `A guesser names ${share} of the arms in advance, more than ${limit}: the study’s scheme needs a sign-off to open.`
      : `A guesser names ${share} of the arms in advance, not more than ${limit}: the study’s scheme needs no sign-off.`,
  plotGuess: 'Share of arms that a guesser names in advance',
  plotTrade: 'Balance within a site against predictability',
  plotEnds: 'Imbalance of the whole trial at its end, the study’s own scheme',
  limit: 'limit',
  ofTrials: 'of trials',
  sources: 'Methods and their sources',
}

/** The words of the report, for the table and for the page. */
export const words: Readonly<Record<Language, typeof en>> = {
  en,
  nb: {
    title: 'Randomiseringsrapport',
    scheme: 'Metode',
    overall: 'Skjevhet, hele studien',
    within: 'Skjevhet, innen senter',
    guessed: 'Forutsagt',
    mean: 'snitt',
    worst: 'verst',
    behind: 'satser på armen som ligger etter',
    best: 'kjenner metoden',
    certain: 'sikkert',
    signOff: 'godkjenning',
    needed: 'kreves',
    inTrial: 'studie',
    inSite: 'senter',
    own: 'studiens egen',
    written: 'Skrevet:',
    unblinded: 'Nevner blokkstørrelser og andre parametre: ikke for blindede roller.',
    setting: (participants, sites, runs, seed) =>
      `${participants} deltakere ved ${sites} sentre, ${runs} oppdiktede studier for hver metode, frø ${seed}.`,
    reading:
      'Skjevhet er forskjellen mellom armene i antall deltakere (per andel av forholdet): i snitt ved studiens slutt, og på det verste underveis. En gjetter kjenner alle tidligere armer ved senteret, noe ingen bør gjøre i en blindet studie; den første satser på armen som ligger etter, den andre kjenner metoden med parametre og gjør det beste ut av den, og får for metoder på tvers av sentre vite også deres armer.',
    error: 'Andelenes standardfeil er høyst',
    verdict: (share, limit, needed) =>
      needed
        ? `En gjetter forutsier ${share} av armene, mer enn ${limit}: studiens metode krever godkjenning før åpning.`
        : `En gjetter forutsier ${share} av armene, ikke mer enn ${limit}: studiens metode krever ingen godkjenning.`,
    plotGuess: 'Andel armer en gjetter forutsier',
    plotTrade: 'Balanse innen senter mot forutsigbarhet',
    plotEnds: 'Skjevhet i hele studien ved slutten, studiens egen metode',
    limit: 'grense',
    ofTrials: 'av studiene',
    sources: 'Metodene og kildene deres',
  },
}

/** A share as a percentage with one decimal, as the language writes it. */
export const percent = (share: number, language: Language, decimals = 1): string =>
  `${decimal(share * 100, language, decimals)} %`

export const decimal = (value: number, language: Language, decimals = 1): string =>
  language === 'nb' ? value.toFixed(decimals).replace('.', ',') : value.toFixed(decimals)
