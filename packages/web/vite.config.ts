import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Nothing is inlined: the server's content security policy allows files of its own origin only. */
export default defineConfig({
  plugins: [react()],
  build: {
    // The app is one part for everybody and one for staff; neither is split further.
    chunkSizeWarningLimit: 700,
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': process.env['TRIALWRIGHT_SERVER'] ?? 'http://127.0.0.1:3000' } },
})
