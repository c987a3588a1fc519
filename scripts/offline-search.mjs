/**
 * Builds what offline pages are made of into out/offline: the search (search.js), a script that needs nothing but a browser, the page of a
 * package (page.html) with the search, its own script and its style in it, and a policy that allows nothing else. Part of the build.
 */
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { alias } from './aliases.mjs'
import { root } from './set-up.mjs'

/** @param {string} entry @param {string} name @param {string} file */
const script = (entry, name, file) => build({
  root, configFile: false, logLevel: 'warn', resolve: { alias }, publicDir: false,
  build: { lib: { entry, formats: ['iife'], name, fileName: () => file }, outDir: 'out/offline', emptyOutDir: false, target: 'chrome109' },
})

rmSync(join(root, 'out/offline'), { recursive: true, force: true })
await script('electron/core/search/offline/offlineSearch.ts', 'liangfangSearch', 'search.js')
await script('renderer/offline/page.ts', 'liangfangPage', 'page.js')

/** What ends a script or a marker may not stand in it: inside of texts it means the same when it is escaped. @param {string} path */
const inlined = (path) => readFileSync(join(root, path), 'utf8').replaceAll('\r', '').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim()

/** @param {string} text */
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const texts = { STYLE: readFileSync(join(root, 'renderer/offline/page.css'), 'utf8').replaceAll('\r', ''), SEARCH: inlined('out/offline/search.js'), SCRIPT: inlined('out/offline/page.js') }
/** @param {string} pictures where pictures may come from */
const policyWith = (pictures) => [
  'default-src \'none\'', `script-src ${hashOf(texts.SEARCH)} ${hashOf(texts.SCRIPT)}`, `style-src ${hashOf(texts.STYLE)}`,
  `img-src ${pictures}`, 'base-uri \'none\'', 'form-action \'none\'',
].join('; ')
/** @param {string} name @param {string} pictures */
const writeTemplate = (name, pictures) => {
  const all = new Map([...Object.entries(texts), ['POLICY', policyWith(pictures)]].map(([mark, text]) => [`%${mark}%`, text]))
  const page = readFileSync(join(root, 'renderer/offline', name), 'utf8').replaceAll('\r', '').replace(/%(STYLE|SEARCH|SCRIPT|POLICY)%/g, (mark) => all.get(mark) ?? mark)
  writeFileSync(join(root, 'out/offline', name), page)
}
writeTemplate('page.html', 'file: \'self\'')
writeTemplate('document.html', 'data:')
rmSync(join(root, 'out/offline/page.js'))
