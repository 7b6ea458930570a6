/** What a hand does on a page. */
export type Act = { readonly kind: 'point' } | { readonly kind: 'type'; readonly letters: number }

/** Seconds of the keystroke-level model (Card, Moran and Newell 1980): a thought before each act, a move of the hand, pointing, a press, a key. */
const think = 1.35
const reach = 0.4
const point = 1.1
const press = 0.2
const key = 0.28

/** How long somebody who knows where to look takes for these acts; what the server takes comes on top. */
export const secondsOf = (acts: readonly Act[]): number =>
  acts.reduce(
    (sum, act) => sum + think + reach + point + press + (act.kind === 'type' ? reach + act.letters * key : 0),
    0,
  )
