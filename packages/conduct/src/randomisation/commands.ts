export interface Randomise {
  readonly type: 'randomise'
}
