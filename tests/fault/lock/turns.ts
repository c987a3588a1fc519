/**
 * When somebody removes the lock in the midst of a write, no file can call that write back. What is proven is the rest: here the removal waits
 * until nobody is between looking at the lock and the end of a write, and whoever begins meanwhile waits for it.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from '#core/store/processes'

const turnOf = (root: string, pid: number): string => join(dirname(root), `turn-${pid}`)
const removalOf = (root: string): string => join(dirname(root), 'removal')

/** Looks and writes in `work` while nobody removes the lock. */
export const inTurn = async <T>(root: string, work: () => Promise<T>): Promise<T> => {
  const turn = turnOf(root, process.pid)
  for (;;) {
    writeFileSync(turn, '')
    if (!existsSync(removalOf(root))) break
    rmSync(turn)
    await wait(1)
  }
  try {
    return await work()
  } finally {
    rmSync(turn)
  }
}

const isWriting = (root: string): boolean =>
  readdirSync(dirname(root)).some((name) => name.startsWith('turn-') && isAlive(Number(name.slice('turn-'.length))))

/** Removes the lock if there is one; answers whether it did. */
export const removeBetweenWrites = async (root: string): Promise<boolean> => {
  const lock = join(root, 'lock')
  writeFileSync(removalOf(root), '')
  try {
    while (isWriting(root)) await wait(1)
    if (!existsSync(lock)) return false
    rmSync(lock, { force: true })
    return true
  } finally {
    rmSync(removalOf(root))
  }
}
