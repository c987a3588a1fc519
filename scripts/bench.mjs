/** `npm run bench`: builds the app if need be, bundles the benches, which are TypeScript and use the core itself, and runs the one asked for. */
import { join } from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode('20.19', { zh: '良方', en: 'Liangfang' })

const { run } = await import('./run.mjs')
const { ensureBuild, ensureDependencies, root } = await import('./set-up.mjs')

await ensureDependencies('stderr')
await ensureBuild('stderr')

const { build } = await import('vite')
const { alias } = await import('./aliases.mjs')

await build({
  root, configFile: false, logLevel: 'warn', resolve: { alias },
  build: {
    ssr: true, outDir: '.cache/bench', target: 'node20.19', minify: false, emptyOutDir: true,
    rolldownOptions: { input: { bench: 'tests/bench/bench.ts', steps: 'tests/bench/search/steps/steps.ts', partWorker: 'tests/bench/search/steps/partWorker.ts' }, output: { entryFileNames: '[name].js' } },
  },
})
const { code } = await run(process.execPath, [join(root, '.cache/bench/bench.js'), ...process.argv.slice(2)], { cwd: root })
process.exitCode = code
