/** A file that is to be written, and what with: planned by the stores, staged in one transaction or written one by one. */
import { atATime } from './atATime'
import { syncsAtOnce, writeNew } from './durableFile'
import type { Stage } from './journal'

export interface FileWrite { path: string; data: string | Uint8Array }

export const stageWrites = async (stage: Stage, writes: readonly FileWrite[]): Promise<void> =>
  atATime(syncsAtOnce, writes, async ({ path, data }) => stage(path, async (staged) => writeNew(staged, data)))
