/** `npm run fuzz`: bundles the fuzzer, which is TypeScript and uses the core itself, and runs it. */
import { join } from 'node:path'
import { requireNode } from './node-version.mjs'

requireNode('20.19', { zh: '良方', en: 'Liangfang' })

const { run } = await import('./run.mjs')
const { ensureBuild, ensureDependencies, root } = await import('./set-up.mjs')

await ensureDependencies('stderr')
await ensureBuild('stderr')

const { bundle } = await import('./bundle.mjs')

const outDir = '.cache/fuzz'
await bundle({ fuzz: 'tests/fuzz/fuzz.ts' }, outDir)
const { code } = await run(process.execPath, [join(root, outDir, 'fuzz.js'), ...process.argv.slice(2)], { cwd: root })
process.exitCode = code
