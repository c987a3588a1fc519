/** Makes parts of the index of very many records: in workers, a few at a time, a small part first so that there is something to find soon. */
import { availableParallelism } from 'node:os'
import type { Failure } from '#shared/contract/errors'
import type { StoredPart } from '../../search/snapshot/partFiles'
import type { Builders } from './builders'

export interface BuildWork {
  builders: Builders
  /** Of the snapshot. */
  folder: string
  files: readonly [id: string, path: string][]
  onDone: (done: number) => void
  onFailure: (id: string, failure: Failure) => void
  adopt: (stored: StoredPart) => Promise<void>
}

const firstPart = 1000
const laterPart = 10_000
const workersAtOnce = Math.min(2, availableParallelism())

const cut = <T>(all: readonly T[]): T[][] => {
  const later = Array.from({ length: Math.ceil(Math.max(0, all.length - firstPart) / laterPart) }, (_, at) => firstPart + at * laterPart)
  return [all.slice(0, firstPart), ...later.map((start) => all.slice(start, start + laterPart))]
}

/**
 * Rejects with what a worker or the index rejected with first. Parts that were adopted before stay, and others that are being made are made
 * to their end: nothing goes on after this.
 */
export const buildRecords = async ({ builders, folder, files, onDone, onFailure, adopt }: BuildWork): Promise<void> => {
  const parts = cut(files)
  const done = parts.map(() => 0)
  const queue = parts.entries()
  const build = async (at: number, part: BuildWork['files']): Promise<void> => {
    const note = (count: number): void => {
      done[at] = count
      onDone(done.reduce((sum, each) => sum + each, 0))
    }
    const { stored, failures } = await builders.make({ kind: 'records', folder, files: [...part] }, note)
    for (const [id, failure] of failures) onFailure(id, failure)
    if (stored) await adopt(stored)
    note(part.length)
  }
  const failed: unknown[] = []
  const buildOn = async (): Promise<void> => {
    for (const [at, part] of queue) {
      if (failed.length > 0) return
      await build(at, part).catch((error: unknown) => { failed.push(error) })
    }
  }
  await Promise.all(Array.from({ length: workersAtOnce }, buildOn))
  if (failed.length > 0) throw failed[0]
}
