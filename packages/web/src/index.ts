/** The web app is built by `vite build` into `dist`; what others may know of it is its addresses. */
export { type PageRow, pagesOfStudy } from './pageTable.ts'
