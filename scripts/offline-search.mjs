/** Builds the search of offline pages into out/offline/search.js: one script that needs nothing but a browser. Part of the build. */
import { build } from 'vite'
import { alias } from './aliases.mjs'
import { root } from './set-up.mjs'

await build({
  root, configFile: false, logLevel: 'warn', resolve: { alias },
  build: {
    lib: { entry: 'electron/core/search/offline/offlineSearch.ts', formats: ['iife'], name: 'liangfangSearch', fileName: () => 'search.js' },
    outDir: 'out/offline', target: 'chrome109',
  },
})
