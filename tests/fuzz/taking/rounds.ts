/**
 * Opens mutated packages on a real library, and takes in what is not refused. After each the library is as it was, or as the undo leaves
 * it; whatever is refused is refused with an error of the contract; nothing is written beside the library.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { z } from 'zod'
import { errorData } from '#shared/contract/errors'
import { createRandom } from '../../support/random'
import { createTestHome } from '../../support/testCore'
import { madePackage } from './madePackage'
import { isOnTheWay, mutated, type Mutation } from './mutations'
import { settled } from './settled'
import { hashOf, unzipped } from './unzipped'

export interface FuzzOptions { rounds: number; seed: number; onRound?: (figures: FuzzFigures) => void }

/** `refused` by error and problem; `taken` were accepted, taken in and undone. */
export interface FuzzFigures { rounds: number; refused: number; taken: number }
export interface FuzzResult { figures: FuzzFigures; refusals: Map<string, number>; problems: string[] }

/** Numbers that were given are written a while later, whatever else happens. */
const withoutNumbering = (bytes: Buffer): string => JSON.stringify({ ...z.looseObject({}).parse(JSON.parse(bytes.toString('utf8'))), numbering: null })

/** Every file below a folder with its hash, but for those below some. */
const filesBelow = async (folder: string, without: readonly string[] = []): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isFile() && !without.some((each) => path.startsWith(each + sep))) found.set(path, entry.name === 'library.json' ? withoutNumbering(await readFile(path)) : hashOf(await readFile(path)))
  }
  return found
}

const differences = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path))

export const fuzzTaking = async ({ rounds, seed, onRound }: FuzzOptions): Promise<FuzzResult> => {
  const maker = await createTestHome()
  const home = await createTestHome()
  const result: FuzzResult = { figures: { rounds: 0, refused: 0, taken: 0 }, refusals: new Map(), problems: [] }
  try {
    const whole = await madePackage(maker)
    const parts = unzipped(whole)
    const { client } = await home.open()
    const root = join(home.home, '资料库')
    await client.library.create({ path: root, name: '资料库', unit: '运维一班', unitCode: 'YW1' })
    const own = await client.records.create({ type: 'case', content: { title: '本库的案例' } })
    const ownPath = join(root, 'records', own.id.slice(-2), `${own.id}.json`)
    const ownBytes = await readFile(ownPath)
    const file = join(home.home, 'incoming.lfpkg')
    const beside = [root, join(home.home, 'cache'), join(home.home, 'config')]
    await writeFile(file, whole)
    const outside = await filesBelow(home.home, beside)
    const ledger = join(root, 'exchanges')

    const refuse = (failure: { code: string; data: Record<string, unknown> } | null, mutation: Mutation): void => {
      const code = failure?.code ?? 'cancelled'
      if (!Object.hasOwn(errorData, code) || code === 'bug' || failure === null) result.problems.push(`seed ${seed} round ${result.figures.rounds} ${mutation.name}: ${JSON.stringify(failure)}`)
      const name = code === 'package_damaged' ? String(failure?.data.problem) : code
      result.refusals.set(name, (result.refusals.get(name) ?? 0) + 1)
      result.figures.refused += 1
    }

    const takeIn = async (jobId: string, mutation: Mutation): Promise<void> => {
      const before = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 100 })
      await client.packages.opened({ jobId })
      const taking = await settled(client, (await client.packages.take({ accept: true, jobId })).jobId)
      if (taking.state !== 'done') { refuse(taking.failure, mutation); return }
      result.figures.taken += 1
      const { operations } = await client.operations.list({ offset: 0, limit: 1 })
      const [latest] = operations
      if (latest?.kind === 'takePackage' && latest.undoneBy === null) await client.operations.undo({ id: latest.id })
      const after = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 100 })
      if (before.rows.map(({ id }) => id).join() !== after.rows.map(({ id }) => id).join()) result.problems.push(`seed ${seed} round ${result.figures.rounds} ${mutation.name}: undo left other records`)
    }

    for (let round = 0; round < rounds; round += 1) {
      result.figures.rounds = round
      const mutation = mutated(whole, parts, createRandom(seed * 1_000_003 + round))
      await writeFile(file, mutation.bytes)
      const before = await filesBelow(root, [ledger])
      const job = await settled(client, (await client.packages.open({ path: file })).jobId)
      const changed = differences(before, await filesBelow(root, [ledger]))
      if (changed.length > 0) result.problems.push(`seed ${seed} round ${round} ${mutation.name}: opening changed ${changed.join(', ')}`)
      if (job.state !== 'done') refuse(job.failure, mutation)
      else if (isOnTheWay(mutation) && !mutation.bytes.equals(whole)) result.problems.push(`seed ${seed} round ${round} ${mutation.name}: accepted`)
      else await takeIn(job.id, mutation)
      if (!(await readFile(ownPath)).equals(ownBytes)) result.problems.push(`seed ${seed} round ${round} ${mutation.name}: a record of the library was changed`)
      const beyond = differences(outside, await filesBelow(home.home, beside)).filter((path) => path !== file)
      if (beyond.length > 0) result.problems.push(`seed ${seed} round ${round} ${mutation.name}: written outside: ${beyond.join(', ')}`)
      if (result.problems.length > 20) break
      onRound?.(result.figures)
    }
    result.figures.rounds = rounds
    const verifying = await settled(client, (await client.library.verify()).jobId)
    const { problems } = await client.library.verified({ jobId: verifying.id })
    for (const { kind, path } of problems) if (kind !== 'reference') result.problems.push(`seed ${seed}: ${kind}: ${path}`)
  } finally {
    await maker.remove()
    await home.remove()
  }
  return result
}
