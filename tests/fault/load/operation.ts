/** One thing that the load does to a library. */
import type { Answer, Effect } from './events'
import type { World } from './world'

/** What is about to be done: announced before `run`, which answers when it was answered for. Undefined where there is nothing to do it to. */
export interface Planned { effects: Effect[]; whole: boolean; run: () => Promise<Answer> }

export interface Operation { name: string; share: number; plan: (world: World) => Planned | undefined }
