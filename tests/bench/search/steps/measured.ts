/** What the steps answer with, each a process of its own, and what they are given: a folder with the snapshot and with what is typed. */
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { SearchDocument } from '#core/search/part/searchDocument'
import { processesOf } from '../../ownProcess'

export const keystrokeKinds = ['word', 'twoWords', 'pinyin', 'initials', 'latin', 'question'] as const
export const Keystroke = z.object({ kind: z.enum(keystrokeKinds), text: z.string() })
export type Keystroke = z.infer<typeof Keystroke>

/** Whether peers can answer it: none of them knows pinyin. */
export const isShared = ({ kind }: Pick<Keystroke, 'kind'>): boolean => kind !== 'pinyin' && kind !== 'initials'

const mostCompared = 300

/** What peers are compared on: from all along what is typed, so much as even one that needs seconds for a key gets done. */
export const comparedOf = <K extends Pick<Keystroke, 'kind'>>(all: readonly K[]): K[] => {
  const shared = all.filter(isShared)
  const step = Math.max(1, shared.length / mostCompared)
  return shared.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

export const Built = z.object({ seconds: z.number(), peakMb: z.number() })
export const Loaded = z.object({ ms: z.number() })
/** Milliseconds of each keystroke. */
export const Times = z.array(z.object({ kind: z.enum(keystrokeKinds), ms: z.number() }))
export type Times = z.infer<typeof Times>
export const Used = z.object({ times: Times, rssMb: z.number() })
/** Milliseconds: of each change, and of the search after it. */
export const Updated = z.object({ changes: z.array(z.number()), searches: z.array(z.number()) })
export const PeerMeasured = z.object({ seconds: z.number(), times: Times, rssMb: z.number() })

const heapMb = 16_000

export const inStepProcess = processesOf(join(dirname(process.argv[1] ?? ''), 'steps.js'))
/** For what needs more than Node grants by itself. */
export const inLargeProcess = processesOf(join(dirname(process.argv[1] ?? ''), 'steps.js'), [`--max-old-space-size=${heapMb}`])

/** The most memory that this process ever had. */
export const peakMb = (): number => {
  // On Linux a new process takes over what its parent had for the most that itself had, but not here.
  const [, kilobytes] = existsSync('/proc/self/status') ? /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [] : []
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1000
}

/** Typed first so that the code is compiled, then what is measured; documents that are not in the snapshot. */
const Given = z.object({ first: z.array(Keystroke), measured: z.array(Keystroke), further: z.array(z.custom<SearchDocument>((value) => typeof value === 'object')) })
export type Given = z.infer<typeof Given>

const givenPath = (home: string): string => join(home, 'given.json')
export const writeGiven = { path: givenPath, text: (given: Given): string => JSON.stringify(given) }
export const readGiven = async (home: string): Promise<Given> => Given.parse(JSON.parse(await readFile(givenPath(home), 'utf8')))
export const snapshotFolder = (home: string): string => join(home, 'snapshot')

export const shownHits = 20
/** Records added, as many replaced, as many removed. */
export const changesOfAKind = 100

export const timeKeystrokes = (keystrokes: readonly Keystroke[], answer: (text: string) => void): Times => keystrokes.map(({ kind, text }) => {
  const startedAt = performance.now()
  answer(text)
  return { kind, ms: performance.now() - startedAt }
})
