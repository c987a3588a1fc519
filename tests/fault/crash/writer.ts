/** A writer process: opens a library, works on it until it is killed, and says on file descriptor 3 what it began and what was answered for. */
import { writeSync } from 'node:fs'
import type { LoadEvent } from '../load/events'
import { createRandom } from '../../support/random'
import { runLoad } from '../load/run'
import { createClock, openWorld } from '../load/world'

const [root = '', device = '', seed = '0', skippedMs = '0'] = process.argv.slice(2)

/** Written before it goes on: what was said is not lost with the process. */
const say = (event: LoadEvent): void => {
  const bytes = Buffer.from(`${JSON.stringify(event)}\n`)
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(3, bytes, written)
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EAGAIN') throw error
    }
  }
}

const random = createRandom(Number(seed))
say({ event: 'opening' })
const world = await openWorld(root, device, random, createClock(Number(skippedMs)), `r${seed}`)
const why = world.session.folder.readOnly()
if (why) throw why
say({ event: 'opened' })
await runLoad(world, 400, 3, say)
await world.session.close()
