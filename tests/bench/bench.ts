/** `npm run bench -- start|import [--count N] [--json]`: measures, and prints figures. With --json the last line is one object. */
import { parseArgs } from 'node:util'
import type { BenchResult } from './benchCore'
import { benchImport } from './import'
import { benchStart } from './start'

const benches: Record<string, { run: (count: number) => Promise<BenchResult>; count: number }> = {
  start: { run: benchStart, count: 1000 },
  import: { run: benchImport, count: 100 },
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' }, count: { type: 'string' } } })

const bench = benches[positionals[0] ?? '']
if (!bench) throw new Error(`which bench? ${Object.keys(benches).join(' or ')}`)
const count = values.count === undefined ? bench.count : Number(values.count)
if (!Number.isInteger(count) || count < 1) throw new Error(`--count ${values.count ?? ''}: not a whole number above 0`)

const result = await bench.run(count)
const shown = (numbers: Record<string, number>) => Object.entries(numbers).map(([key, value]) => `${key} ${value}`).join(', ')
console.log(`${result.name} (${shown(result.sizes)}): ${shown(result.figures)}`)
if (values.json) console.log(JSON.stringify(result))
