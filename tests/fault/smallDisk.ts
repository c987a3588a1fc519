/** A disk that is really small: a tmpfs, where one can be mounted. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk { mountPoint: string; isMounted: boolean; grow: (size: string) => void; remove: () => void }

/** `size` as mount takes it. Only root on Linux may mount; elsewhere the fault layer's full disk in `faultPoints.test.ts` has to do. */
export const mountSmallDisk = (size: string): SmallDisk => {
  const mountPoint = mkdtempSync(join(tmpdir(), 'liangfang-small-'))
  const mount = (...given: string[]): void => { execFileSync('mount', [...given, mountPoint], { stdio: 'ignore' }) }
  const isMounted = ((): boolean => {
    try {
      mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs')
      return true
    } catch {
      return false
    }
  })()
  return {
    mountPoint, isMounted,
    grow: (larger) => { mount('-o', `remount,size=${larger}`) },
    remove: () => {
      if (isMounted) execFileSync('umount', [mountPoint], { stdio: 'ignore' })
      rmSync(mountPoint, { recursive: true, force: true })
    },
  }
}
