/** Rounds of the crash test: a writer process is killed at some moment, then its library is opened and judged, then the next one goes on with it. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '#shared/model/ids'
import { makeLibraryFolder } from '#core/store/libraryFolder'
import { LoadEvent } from '../load/events'
import { inspect } from '../load/inspect'
import { createLedger, type Ledger } from '../load/ledger'
import { createRandom, type Random } from '../../support/random'
import { newLibrary } from '../load/world'

export interface CrashFigures {
  rounds: number; kills: number; acknowledged: number; lost: number; torn: number; wrong: number; leftovers: number; libraries: number; seconds: number
}

export interface CrashResult { figures: CrashFigures; problems: string[] }

/** `untilMs`: no round begins after this long. `lanes`: libraries that are worked on at once. */
export interface CrashPlan { writer: string; rounds: number; seed: number; lanes: number; untilMs: number; onRound?: (figures: CrashFigures) => void }

/** A library is used for so many rounds, so that damage would add up; then a fresh one. */
const roundsPerLibrary = 25
const longestRoundMs = 20_000

/** When a writer is killed: so many milliseconds after it began to open, after it had opened, or after it announced an operation. */
interface KillPlan { on: 'opening' | 'opened' | 'begun'; nth: number; afterMs: number }

const planKill = (random: Random): KillPlan => {
  if (random.chance(0.15)) return { on: 'opening', nth: 1, afterMs: random.below(60) }
  if (random.chance(0.5)) return { on: 'opened', nth: 1, afterMs: random.below(250) }
  return { on: 'begun', nth: 1 + random.below(40), afterMs: random.below(4) }
}

/** Runs one writer to its end; answers whether it was killed. Throws what it said before it ended by itself with an error. */
const runWriter = async (args: readonly string[], plan: KillPlan, ledger: Ledger): Promise<boolean> => {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const kill = (): void => { child.kill('SIGKILL') }
  const atLast = setTimeout(kill, longestRoundMs)
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => { child.on('close', (code, signal) => { resolve(signal ?? code) }) })
  let errors = ''
  child.stderr?.on('data', (chunk: Buffer) => { errors += chunk.toString() })
  const [, , , pipe] = child.stdio
  if (!pipe || !('read' in pipe)) throw new Error('the writer has no pipe')
  let left = plan.nth

  for await (const line of createInterface({ input: pipe })) {
    const event = LoadEvent.parse(JSON.parse(line))
    ledger.note(event)
    if (event.event !== plan.on) continue
    left -= 1
    if (left !== 0) continue
    if (plan.afterMs === 0) kill()
    else void wait(plan.afterMs).then(kill)
  }
  const end = await ended
  clearTimeout(atLast)
  if (end !== 'SIGKILL' && end !== 0) throw new Error(`a writer ended with ${String(end)}: ${errors}`)
  return end === 'SIGKILL'
}

export const runCrashRounds = async ({ writer, rounds, seed, lanes, untilMs, onRound }: CrashPlan): Promise<CrashResult> => {
  const startedAt = performance.now()
  const figures: CrashFigures = { rounds: 0, kills: 0, acknowledged: 0, lost: 0, torn: 0, wrong: 0, leftovers: 0, libraries: 0, seconds: 0 }
  const problems: string[] = []
  let begun = 0
  const elapsed = (): number => performance.now() - startedAt

  const workOnLibrary = async (home: string): Promise<void> => {
    const [root, device, library] = [join(home, '库'), newId(), newLibrary()]
    const ledger = createLedger({ library: library.name })
    await makeLibraryFolder(root, library)
    figures.libraries += 1
    let leftovers = 0
    for (let round = 0; round < roundsPerLibrary && begun < rounds && elapsed() < untilMs && problems.length < 20; round += 1) {
      const roundSeed = seed * 1_000_000 + (begun += 1)
      const random = createRandom(roundSeed)
      const skippedMs = round * 3_600_000
      const isKilled = await runWriter([writer, root, device, String(roundSeed), String(skippedMs)], planKill(random), ledger)
      // A minute passes, after which a take-over of the lock that was killed itself is no longer respected.
      await utimes(join(root, 'lock.takeover'), 0, 0).catch(() => undefined)
      const { lost, torn, wrong, leftovers: left } = await inspect(root, device, () => Date.now() + skippedMs, ledger)
      figures.rounds += 1
      figures.kills += isKilled ? 1 : 0
      figures.lost += lost.length
      figures.torn += torn.length
      figures.wrong += wrong.length
      leftovers = left
      problems.push(...[...lost, ...torn, ...wrong].map((problem) => `seed ${seed} round ${round} (${roundSeed}): ${problem}`))
      onRound?.({ ...figures, acknowledged: figures.acknowledged + ledger.acknowledged() })
    }
    figures.leftovers += leftovers
    figures.acknowledged += ledger.acknowledged()
  }

  await Promise.all(Array.from({ length: lanes }, async () => {
    while (begun < rounds && elapsed() < untilMs && problems.length < 20) {
      const home = await mkdtemp(join(tmpdir(), 'liangfang-crash-'))
      await workOnLibrary(home).finally(async () => rm(home, { recursive: true, force: true }))
    }
  }))
  return { figures: { ...figures, seconds: Math.round(elapsed() / 1000) }, problems }
}
