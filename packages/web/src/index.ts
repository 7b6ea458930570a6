/** The web app has no code for other packages; it is built by `vite build` into `dist`. */
export {}
