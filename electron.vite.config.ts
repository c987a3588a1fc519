/** How the app is built: one bundle for Node (every host and worker), the sandboxed preload, and the screen. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { alias } from './scripts/aliases.mjs'

const here = import.meta.dirname

/**
 * What takes longest to load at the start of a process or worker is bundled: found and read file by file it would take a third of that
 * start. The rest is a file or two, or is loaded on demand, or looks for files of its own beside itself.
 */
const bundled = ['zod', '@orpc/client', '@orpc/contract', '@orpc/server', 'hono', '@hono/node-server', 'commander', 'minisearch', 'opencc-js', 'pinyin-pro', 'uuid', 'lowdb']

/**
 * What pdf.js asks for where it shows a PDF, one file at a time: character maps of fonts that are named only, standard fonts, decoders of scans.
 * Licences lie among them.
 */
const pdfFiles = (): Plugin => ({
  name: 'pdf-files',
  generateBundle() {
    for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
      const from = resolve(here, 'node_modules/pdfjs-dist', folder)
      for (const name of readdirSync(from)) this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source: readFileSync(resolve(from, name)) })
    }
  },
})

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      // The web host and the command line run the same bundle on the oldest Node that package.json allows.
      target: 'node20.19',
      externalizeDeps: { exclude: bundled },
      rolldownOptions: {
        input: {
          main: resolve(here, 'electron/main/main.ts'),
          coreProcess: resolve(here, 'electron/core-process/coreProcess.ts'),
          web: resolve(here, 'electron/web/web.ts'),
          cli: resolve(here, 'electron/cli/cli.ts'),
          documentsWorker: resolve(here, 'electron/core/documents/documentsWorker.ts'),
          catalogWorker: resolve(here, 'electron/core/store/catalog/catalogWorker.ts'),
          searchWorker: resolve(here, 'electron/core/search/worker/searchWorker.ts'),
          indexWorker: resolve(here, 'electron/core/services/indexing/indexWorker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      // A sandboxed preload can require nothing but Electron, and only as CommonJS in one file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'electron/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    resolve: { alias },
    plugins: [react(), pdfFiles()],
    build: {
      // Browsers in company networks lag behind Electron's own.
      target: 'chrome109',
      cssTarget: 'chrome109',
      minify: true,
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: { index: resolve(here, 'renderer/index.html') },
        output: {
          codeSplitting: {
            // In this order: a group takes what its modules import along, and the editor must not take React, or it would load at the start.
            groups: [
              { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
              { name: 'antd', test: /node_modules\/(antd|@ant-design|rc-[^/]+|@rc-component)\//, priority: 2 },
              { name: 'lexical', test: /node_modules\/(@lexical|lexical)\//, priority: 1 },
            ],
          },
        },
      },
    },
  },
})
