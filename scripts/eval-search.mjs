/** `npm run eval:search`: bundles the evaluation of the search, which is TypeScript and uses the index itself, and runs it. */
import { join } from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode('20.19', { zh: '良方', en: 'Liangfang' })

const { run } = await import('./run.mjs')
const { ensureDependencies, root } = await import('./set-up.mjs')

await ensureDependencies('stderr')

const { build } = await import('vite')
const { alias } = await import('./aliases.mjs')

const outDir = '.cache/evaluation'
await build({
  root, configFile: false, logLevel: 'warn', resolve: { alias },
  build: { ssr: 'tests/bench/search/evaluation/evaluate.ts', outDir, target: 'node20.19', minify: false, emptyOutDir: true },
})
const { code } = await run(process.execPath, [join(root, outDir, 'evaluate.js'), ...process.argv.slice(2)])
process.exitCode = code
