/** Bundles TypeScript that uses the core itself into one folder of plain JavaScript, to be run as a process of its own. */
import { build } from 'vite'
import { alias } from './aliases.mjs'
import { root } from './set-up.mjs'

/** @param {Record<string, string>} entries names of the files to be made, without `.js`, and their sources @param {string} outDir */
export const bundle = (entries, outDir) => build({
  root, configFile: false, logLevel: 'warn', resolve: { alias }, ssr: { noExternal: true },
  build: {
    ssr: true, outDir, target: 'node20.19', minify: false, emptyOutDir: true,
    rolldownOptions: { input: entries, output: { entryFileNames: '[name].js' } },
  },
})
