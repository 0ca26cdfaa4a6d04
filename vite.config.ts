/** The browser's build. The server's is in scripts/build.mjs. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    // No inline anything: the content security policy forbids it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // Older ones would have :dir() written as lists of languages, which a name in another script is not in.
    cssTarget: ['chrome120', 'firefox121', 'safari17'],
  },
})
