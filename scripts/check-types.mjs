/** Checks the types of every layer under its own tsconfig, two at a time, only what changed since the last run. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'
import { root } from './set-up.mjs'

const cache = join(root, '.cache/types')

const layers = readdirSync(root).flatMap((name) => /^tsconfig\.(?!(?:base|lint)\.)(\w+)\.json$/.exec(name)?.[1] ?? [])

/** @param {string} layer */
const check = (layer) => run(process.execPath, [
  join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, `tsconfig.${layer}.json`),
  '--incremental', '--tsBuildInfoFile', join(cache, `${layer}.tsbuildinfo`), '--pretty', 'false',
], { output: 'keep', cwd: root })

mkdirSync(cache, { recursive: true })
// The largest first, so that the last ones to end are short.
const waiting = ['tests', 'renderer', ...layers.filter((layer) => layer !== 'tests' && layer !== 'renderer')]
let failed = false

const lane = async () => {
  for (let layer = waiting.shift(); layer !== undefined; layer = waiting.shift()) {
    const { code, output } = await check(layer)
    if (code === 0) continue
    failed = true
    console.log(`types of ${layer}:\n${output.trimEnd()}`)
  }
}

await Promise.all([lane(), lane()])
if (!failed) console.log(`types: ${layers.join(', ')} are sound`)
process.exitCode = failed ? 1 : 0
