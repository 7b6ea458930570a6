/* ATC codes on both sides of what EX11 and EX12 ask. */

/** Whether it is a systemic glucocorticoid or an immunosuppressant. */
export const suppressants = {
  H02AB06: 'yes',
  L01BA01: 'yes',
  L03AB07: 'yes',
  L04AX03: 'yes',
  L02BG03: 'no',
  H03AA01: 'no',
  N02BE01: 'no',
  J01CA04: 'no',
} as const

/** Whether it is an opioid other than codeine and tramadol. */
export const painkillers = {
  N02AA05: 'yes',
  N02AA55: 'yes',
  N02AA75: 'yes',
  N02AJ01: 'yes',
  N02AJ17: 'yes',
  N02AX06: 'yes',
  N02AA59: 'no',
  N02AA79: 'no',
  N02AJ06: 'no',
  N02AJ07: 'no',
  N02AJ08: 'no',
  N02AJ09: 'no',
  N02AJ13: 'no',
  N02AJ14: 'no',
  N02AJ15: 'no',
  N02AX02: 'no',
  N02BE01: 'no',
  M01AE01: 'no',
} as const
