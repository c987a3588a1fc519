/**
 * Notices what other programs do to a library's folder. The system's own notices where there are any; since network drives and full
 * tables of watches give none, the times of the folders are looked at as well, now and then.
 */
import { watch, type FSWatcher } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { Uuid } from '#shared/model/ids'
import { isThere, namesIn } from './durableFile'
import type { LibraryPaths } from './folders'

export interface Noticed {
  /** Shards of `records/` in which something changed. */
  shards: Set<string>
  library: boolean
  lock: boolean
  exchanges: boolean
  trash: boolean
  templates: boolean
  /** Folders of comments, templates and filled copies in which something changed, as paths, with the names of the files as far as they are known. */
  beside: Map<string, Set<string> | 'all'>
}

export interface FolderWatch { close: () => void }

/** What comes at once is told at once. */
const gatherMs = 150
const pollMs = { watched: 30_000, unwatched: 3000 }

/** How many folders lie below one another there. */
const depths = { comments: 1, filled: 2 } as const
const isDeep = (name: string | undefined): name is keyof typeof depths => name === 'comments' || name === 'filled'

const isFolderName = (name: string): boolean => isShard(name) || Uuid.safeParse(name).success

const isShard = (name: string | undefined): name is string => name !== undefined && /^[0-9a-f]{2}$/.test(name)

const nothing = (): Noticed => ({ shards: new Set(), library: false, lock: false, exchanges: false, trash: false, templates: false, beside: new Map() })

/** Linux watches one folder at a time; Windows and macOS the whole tree. */
const isRecursive = process.platform === 'win32' || process.platform === 'darwin'

/** Calls `onNotice` until it is closed, never while a call before is under way. */
export const watchFolder = (paths: LibraryPaths, onNotice: (noticed: Noticed) => Promise<void>): FolderWatch => {
  const watchers = new Map<string, FSWatcher>()
  const times = new Map<string, number | string>()
  let gathered = nothing()
  let timer: NodeJS.Timeout | undefined
  let isTelling = false
  let isClosed = false
  let isWatched = true

  const tell = (): void => {
    timer = undefined
    if (isTelling || isClosed) return
    const noticed = gathered
    gathered = nothing()
    isTelling = true
    void onNotice(noticed).catch(() => undefined).finally(() => {
      isTelling = false
      if (gathered.shards.size > 0 || gathered.library || gathered.lock || gathered.exchanges || gathered.trash || gathered.templates || gathered.beside.size > 0) later()
    })
  }

  const later = (): void => { if (!isClosed) timer ??= setTimeout(tell, gatherMs).unref() }

  const noticeBeside = (below: string, name: string | undefined): void => {
    const folder = join(paths.root, below)
    const names = gathered.beside.get(folder) ?? new Set<string>()
    gathered.beside.set(folder, names === 'all' || name === undefined ? 'all' : names.add(name))
  }

  const notice = (path: string): void => {
    const names = path.split(sep)
    const [first, shard] = names
    if (first === 'records') {
      if (isShard(shard)) { gathered.shards.add(shard); watchShards() }
      else watchShards()
    } else if (first === 'library.json') gathered.library = true
    else if (first === 'lock') gathered.lock = true
    else if (first === 'exchanges') gathered.exchanges = true
    else if (first === 'trash' || first === 'operations') gathered.trash = true
    else if (first === 'templates') {
      if (!isRecursive) watchOne(first)
      gathered.templates = true
      noticeBeside(first, names[1])
    } else if (isDeep(first)) {
      const below = names.slice(0, depths[first] + 1)
      if (below.length > depths[first] && below.slice(1).every(isFolderName)) noticeBeside(join(...below), names[below.length])
      else void watchBelow(below.join(sep), depths[first] + 1 - below.length).catch(() => undefined)
    } else return
    later()
  }

  const watchOne = (below: string): void => {
    if (watchers.has(below) || isClosed) return
    try {
      const watcher = watch(join(paths.root, below), { recursive: isRecursive, persistent: false }, (_event, name) => {
        notice(name === null ? below : join(below, name))
      })
      watcher.on('error', () => { watcher.close(); watchers.delete(below); isWatched = false })
      watchers.set(below, watcher)
    } catch {
      isWatched = false
    }
  }

  /** Folders of comments and filled copies that are known: what a new one holds came with it. */
  const known = new Set<string>(Object.keys(depths))

  /** Watches a folder and those below it, as soon as it is there. */
  const watchBelow = async (below: string, depth: number): Promise<void> => {
    const path = join(paths.root, below)
    if (isClosed || !(await isThere(path))) return
    if (!isRecursive) watchOne(below)
    if (depth === 0 && !known.has(below) && times.size > 0) { noticeBeside(below, undefined); later() }
    known.add(below)
    if (depth > 0) for (const name of (await namesIn(path)).filter(isFolderName)) await watchBelow(join(below, name), depth - 1)
  }

  let isListing = false
  const watchShards = (): void => {
    if (isRecursive || isListing) return
    isListing = true
    void namesIn(paths.records).then((names) => {
      isListing = false
      if (names.length > 0) watchOne('records')
      for (const name of names.filter(isShard)) {
        const below = join('records', name)
        // A shard that was just made may hold files already.
        if (!watchers.has(below) && times.size > 0) { gathered.shards.add(name); later() }
        watchOne(below)
      }
    }).catch(() => { isListing = false })
  }

  /** Folders whose time changed hold files that came, went or were replaced. */
  const poll = async (): Promise<void> => {
    const shards = (await namesIn(paths.records).catch(() => [])).filter(isShard)
    const isFirst = times.size === 0
    for (const below of ['library.json', 'lock', 'exchanges', 'trash', 'operations', 'templates', ...known, ...shards.map((name) => join('records', name))]) {
      // A lock is touched every ten seconds: what counts is whether it is there, and which.
      const state = await stat(join(paths.root, below)).then(({ mtimeMs, ino, size }) => (below === 'lock' ? `${ino}/${size}` : mtimeMs), () => 0)
      if (!isFirst && times.get(below) !== state) notice(below)
      times.set(below, state)
    }
  }

  const pollAgain = (): void => {
    if (isClosed) return
    setTimeout(() => { void poll().catch(() => undefined).then(pollAgain) }, isWatched ? pollMs.watched : pollMs.unwatched).unref()
  }

  watchOne('')
  if (!isRecursive) for (const below of ['exchanges', 'trash', 'operations', 'templates']) watchOne(below)
  watchShards()
  for (const [below, depth] of Object.entries(depths)) void watchBelow(below, depth).catch(() => undefined)
  void poll().catch(() => undefined).then(pollAgain)

  return {
    close: () => {
      isClosed = true
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}
