/**
 * `npm run fuzz -- package|take [--rounds N] [--seed S] [--json]`. `package`: opens packages that were changed at random, each round by a seed
 * of its own. `take`: opens them on a real library, takes in what is not refused, and takes it back.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzPackage } from './packages'
import { fuzzTaking } from './taking/rounds'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' }, json: { type: 'boolean' } } })

const takeIn = async (rounds: number, seed: number): Promise<void> => {
  const { figures, refusals, problems } = await fuzzTaking({
    rounds, seed, onRound: ({ rounds: done, refused, taken }) => { if (done % 200 === 199) console.error(`${done + 1} of ${rounds}: ${refused} refused, ${taken} taken in and taken back`) },
  })
  for (const problem of problems) console.error(problem)
  for (const [name, count] of [...refusals].sort(([, a], [, b]) => b - a)) console.log(`${String(count).padStart(7)}  ${name}`)
  if (values.json) console.log(JSON.stringify({ name: 'take', rounds, seed, failed: problems.length, figures }))
  if (problems.length > 0) process.exitCode = 1
}

const main = async (): Promise<void> => {
  const [name] = positionals
  if (name !== 'package' && name !== 'take') throw new Error('which fuzz? package or take')
  const [rounds, first] = [Number(values.rounds), Number(values.seed)]
  if (![rounds, first].every((each) => Number.isInteger(each) && each >= 1)) throw new Error('--rounds and --seed are whole numbers above 0')
  if (name === 'take') { await takeIn(rounds, first); return }
  const folder = await mkdtemp(join(tmpdir(), 'liangfang-fuzz-'))
  const outcomes: Record<string, number> = {}
  const failed: number[] = []
  try {
    for (let seed = first; seed < first + rounds; seed += 1) {
      const outcome = await fuzzPackage(join(folder, 'package.lfpkg'), seed).catch((error: unknown) => {
        console.error(`seed ${seed}:`, error)
        failed.push(seed)
        return 'failed'
      })
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  for (const [outcome, count] of Object.entries(outcomes).sort(([, a], [, b]) => b - a)) console.log(`${String(count).padStart(7)}  ${outcome}`)
  if (values.json) console.log(JSON.stringify({ name: 'package', rounds, seed: first, failed: failed.length, outcomes }))
  if (failed.length > 0) process.exitCode = 1
}

await main()
