/** Our own index, each step in a new process: loading, typing, changing. */
import type { z } from 'zod'
import { loadSnapshot, typed } from '../ours'
import { changesOfAKind, readGiven, shownHits, snapshotFolder, timeKeystrokes, type Loaded, type Updated, type Used } from './measured'

const queriesBeforeMemory = 1000

/** From reading the snapshot to the first answer. */
const load = async (home: string): Promise<z.infer<typeof Loaded>> => {
  const { measured: [first] } = await readGiven(home)
  const startedAt = performance.now()
  const index = await loadSnapshot(snapshotFolder(home))
  index.search(typed(first?.text ?? ''), shownHits)
  return { ms: performance.now() - startedAt }
}

/** All of what an answer needs: excerpts and facets are in it. */
const use = async (home: string): Promise<z.infer<typeof Used>> => {
  const { first, measured } = await readGiven(home)
  const index = await loadSnapshot(snapshotFolder(home))
  const answer = (text: string): void => { index.search(typed(text), shownHits) }
  timeKeystrokes(first, answer)
  const times = timeKeystrokes(measured, answer)
  for (let asked = first.length + measured.length; asked < queriesBeforeMemory; asked += measured.length) timeKeystrokes(measured, answer)
  return { times, rssMb: process.memoryUsage().rss / 1e6 }
}

const update = async (home: string): Promise<z.infer<typeof Updated>> => {
  const { first, measured, further } = await readGiven(home)
  const index = await loadSnapshot(snapshotFolder(home))
  timeKeystrokes(first, (text) => { index.search(typed(text), shownHits) })
  const changes: number[] = []
  const searches: number[] = []
  const change = (work: () => void): void => {
    const startedAt = performance.now()
    work()
    const changedAt = performance.now()
    index.search(typed(measured[searches.length % measured.length]?.text ?? ''), shownHits)
    changes.push(changedAt - startedAt)
    searches.push(performance.now() - changedAt)
  }
  const added = further.slice(0, changesOfAKind)
  for (const document of added) change(() => { index.put([document]) })
  added.forEach((document, at) => { change(() => { index.put([{ ...document, pieces: further[changesOfAKind + at]?.pieces ?? [], updatedAt: document.updatedAt + 1 }]) }) })
  for (const { id } of added) change(() => { index.remove([id]) })
  return { changes, searches }
}

export const ourSteps = { load: async (home = '') => load(home), use: async (home = '') => use(home), update: async (home = '') => update(home) }
