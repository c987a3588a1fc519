/**
 * `search`: searching as you type, in libraries of 1,000, 10,000 and `--count` records of about 1,400 characters, made of the sentences of
 * `--data DIR` (as the evaluation reads it) or else of our own. `keystroke_p95_ms`: an answer with 20 excerpts and facets to each key of words,
 * pinyin, Latin words and questions; `vs_…`: that over what the peer takes for 20 results with excerpts, pinyin not counted, which no peer
 * knows, and every so many keys only, since a peer may need seconds for one; `load_ms`: from the snapshot to the first answer, in a new
 * process; `worker_rss_mb`: resident memory of one after 1,000 queries; `update_p95_ms`: adding, replacing or removing a record; `build_s`,
 * `build_peak_rss_mb`: the first build, making the records included, and the most memory of its process. Figures without a size are of the
 * largest. Smaller is better. Peers are built up to 10,000 records, with `--peers-full` all but the slowest at every size.
 */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { round, withFolder, type BenchResult } from '../benchCore'
import { median } from '../store/saving'
import { peerNames, type PeerName } from './peers/peers'
import { formatTable } from './table'
import {
  Built, changesOfAKind, comparedOf, inLargeProcess, inStepProcess, isShared, keystrokeKinds, Loaded, PeerMeasured, Updated, Used, writeGiven, type Times,
} from './steps/measured'
import { makeLibrary } from './text/benchDocuments'
import { makeKeystrokes } from './text/keystrokes'
import { readSentences } from './text/textSource'

const usualSizes = [1000, 10_000, 100_000]
const loads = 3
const seeds = { first: 11, measured: 12 }
/** Up to which size each peer is built, and with `--peers-full`. */
const largestOf: Record<PeerName, { usual: number; full: number }> = {
  fts5: { usual: 10_000, full: Infinity }, minisearch: { usual: 10_000, full: Infinity }, flexsearch: { usual: 10_000, full: Infinity },
  orama: { usual: 1000, full: 10_000 },
}

export interface SearchBenchOptions { data: string | undefined; peersFull: boolean }

const quantile = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
const p95 = (values: readonly number[]): number => quantile(values, 0.95)
const msOf = (times: Times, counts: (time: Times[number]) => boolean = () => true): number[] => times.filter(counts).map(({ ms }) => ms)

interface OfPeer { name: PeerName; seconds: number; rssMb: number; times: Times }
interface OfSize {
  count: number
  times: Times
  figures: { keystroke_p95_ms: number; load_ms: number; worker_rss_mb: number; update_p95_ms: number; build_s: number; build_peak_rss_mb: number }
  searchAfterUpdate: number
  peers: OfPeer[]
}

const measure = async (count: number, { data = '', peersFull }: SearchBenchOptions, sentences: readonly string[]): Promise<OfSize> => withFolder(async (home) => {
  const library = makeLibrary(sentences)
  const keystrokes = (seed: number) => makeKeystrokes(sentences, library, seed, count)
  const further = [...library.documents(count, count + changesOfAKind * 2)]
  await writeFile(writeGiven.path(home), writeGiven.text({ first: keystrokes(seeds.first), measured: keystrokes(seeds.measured), further }))
  const built = await inStepProcess(Built, 'build', home, String(count), data)
  const loaded: number[] = []
  for (let each = 0; each < loads; each += 1) loaded.push((await inStepProcess(Loaded, 'load', home)).ms)
  const { times, rssMb } = await inStepProcess(Used, 'use', home)
  const { changes, searches } = await inStepProcess(Updated, 'update', home)
  const peers: OfPeer[] = []
  for (const name of peerNames.filter((each) => count <= largestOf[each][peersFull ? 'full' : 'usual'])) {
    peers.push({ name, ...await inLargeProcess(PeerMeasured, 'peer', home, String(count), data, name) })
  }
  return {
    count, times, peers, searchAfterUpdate: p95(searches),
    figures: {
      keystroke_p95_ms: p95(msOf(times)), load_ms: median(loaded), worker_rss_mb: rssMb, update_p95_ms: p95(changes), build_s: built.seconds, build_peak_rss_mb: built.peakMb,
    },
  }
})

const ratio = ({ times, peers }: OfSize, name: PeerName): number | undefined => {
  const peer = peers.find((each) => each.name === name)
  return peer && p95(msOf(comparedOf(times))) / p95(msOf(peer.times))
}

const shown = (value: number | undefined): string => value === undefined || Number.isNaN(value) ? '' : String(round(value))

const print = (sizes: readonly OfSize[]): void => {
  const figures = sizes.map(({ count, figures: own, searchAfterUpdate, times }) => [
    String(count), ...[0.5, 0.95, 1].map((share) => quantile(msOf(times), share)).map(shown),
    ...[own.load_ms, own.worker_rss_mb, own.update_p95_ms, searchAfterUpdate, own.build_s, own.build_peak_rss_mb].map(shown),
  ])
  console.log(formatTable([
    ['records', 'key p50 ms', 'p95', 'max', 'load ms', 'memory MB', 'update p95 ms', 'search after it', 'build s', 'build peak MB'], ...figures,
  ]))
  const engines = sizes.flatMap((size) => [{ name: 'ours', times: size.times, seconds: size.figures.build_s, rssMb: size.figures.worker_rss_mb, size }, ...size.peers.map((peer) => ({ ...peer, size }))])
  const rows = engines.map(({ name, times, seconds, rssMb, size }) => [
    String(size.count), name, shown(p95(msOf(times, isShared))), ...keystrokeKinds.map((kind) => shown(p95(msOf(times, (each) => each.kind === kind)))), shown(seconds), shown(rssMb),
  ])
  console.log(`\n${formatTable([['records', 'key p95 ms', 'but pinyin', ...keystrokeKinds, 'build s', 'memory MB'], ...rows])}\n`)
}

const figuresOf = (size: OfSize, suffix: string): [string, number][] =>
  Object.entries({ ...size.figures, vs_fts5: ratio(size, 'fts5'), vs_minisearch: ratio(size, 'minisearch') })
    .flatMap(([key, value]): [string, number][] => value === undefined ? [] : [[`${key}${suffix}`, round(value)]])

export const benchSearch = async (count: number, { data, peersFull }: SearchBenchOptions): Promise<BenchResult> => {
  const folder = data === undefined ? undefined : resolve(data)
  const sentences = await readSentences(folder ?? '')
  const sizes: OfSize[] = []
  for (const size of [...usualSizes.filter((usual) => usual < count), count]) sizes.push(await measure(size, { data: folder, peersFull }, sentences))
  print(sizes)
  return {
    name: 'search', sizes: { records: count, sentences: sentences.length, source_characters: sentences.reduce((sum, { length }) => sum + length, 0), source: folder === undefined ? 'sample library and made sentences' : 'the folder given' },
    figures: Object.fromEntries(sizes.flatMap((size) => figuresOf(size, size.count === count ? '' : `_${size.count}`))),
  }
}
