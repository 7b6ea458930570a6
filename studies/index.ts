import { backToBasic } from './back-to-basic/index.ts'

/** The studies this product runs. To add one: its folder, and a line here. */
export const studies = [{ definition: backToBasic }]
