/**
 * Opens a library to write and says so. Whenever a line comes in, it stands still for so many milliseconds, then looks whether it may still
 * write, and says why not or null. Ends when nothing more can come.
 */
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openLibraryFolder } from '#core/store/libraryFolder'

const [root = '', device = ''] = process.argv.slice(2)

const say = (line: string | null): void => { writeSync(1, `${JSON.stringify(line)}\n`) }

const folder = await openLibraryFolder(root, { device, now: Date.now, write: true })
say(folder.readOnly()?.code ?? null)
for await (const line of createInterface({ input: process.stdin })) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(line))
  await folder.makeSure()
  say(folder.readOnly()?.code ?? null)
}
await folder.close()
