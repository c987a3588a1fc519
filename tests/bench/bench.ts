/**
 * `npm run bench -- start|import|store|scale|search|editor|package|adoptions|documents [--count N] [--json]`: measures, and prints figures. With --json the last line is one
 * object. For `search`: `--data DIR` makes records of the text that is there, `--peers-full` takes other engines to all sizes.
 */
import { cpus, platform } from 'node:os'
import { parseArgs } from 'node:util'
import { benchAdoptions } from './adoptions'
import type { BenchResult } from './benchCore'
import { benchDocuments, documentSteps } from './documents'
import { benchEditor } from './editor/editor'
import { benchImport } from './import'
import { benchPackage, packageSteps } from './package'
import { benchStart } from './start'
import { runStep } from './ownProcess'
import { benchScale } from './scale/scale'
import { scaleSteps } from './scale/steps'
import { benchSearch, type SearchBenchOptions } from './search/search'
import { storeSteps } from './store/opening'
import { benchStore } from './store/store'

const benches: Record<string, { run: (count: number, options: SearchBenchOptions) => Promise<BenchResult>; count: number }> = {
  start: { run: benchStart, count: 1000 },
  import: { run: benchImport, count: 100 },
  store: { run: benchStore, count: 100_000 },
  scale: { run: benchScale, count: 100_000 },
  search: { run: benchSearch, count: 100_000 },
  editor: { run: benchEditor, count: 50_000 },
  package: { run: benchPackage, count: 10_000 },
  adoptions: { run: benchAdoptions, count: 2000 },
  documents: { run: benchDocuments, count: 200 },
}

const { values, positionals } = parseArgs({
  allowPositionals: true, options: { json: { type: 'boolean' }, count: { type: 'string' }, data: { type: 'string' }, 'peers-full': { type: 'boolean' } },
})

const main = async (): Promise<void> => {
  const [name = '', step = '', ...given] = positionals
  if (name === 'step') { await runStep({ ...storeSteps, ...scaleSteps, ...packageSteps, ...documentSteps }[step], given); return }
  const bench = benches[name]
  if (!bench) throw new Error(`which bench? ${Object.keys(benches).join(' or ')}`)
  const count = values.count === undefined ? bench.count : Number(values.count)
  if (!Number.isInteger(count) || count < 1) throw new Error(`--count ${values.count ?? ''}: not a whole number above 0`)
  const result = await bench.run(count, { data: values.data, peersFull: values['peers-full'] ?? false })
  const shown = (each: Record<string, number | string>) => Object.entries(each).map(([key, value]) => `${key} ${value}`).join(', ')
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${platform()}, Node ${process.versions.node}`)
  console.log(`${result.name} (${shown(result.sizes)}): ${shown(result.figures)}`)
  if (values.json) console.log(JSON.stringify(result))
}

await main()
