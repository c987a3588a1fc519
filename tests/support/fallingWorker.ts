/** A worker entry that runs a real one, which ends in the midst of its work: at one of its calls of the file system, the first time that it is started. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const source = (entry: string, marker: string, calls: number): string => `
import fs, { existsSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
let left = ${calls}
if (!existsSync(${JSON.stringify(marker)})) {
  for (const name of ['openSync', 'readSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync']) {
    const real = fs[name]
    fs[name] = (...given) => {
      if (left === 0) {
        writeFileSync(${JSON.stringify(marker)}, '')
        process.exit(9)
      }
      left -= 1
      return real(...given)
    }
  }
  syncBuiltinESMExports()
}
await import(${JSON.stringify(pathToFileURL(entry).href)})
`

/** `name` is of its own for each worker. Answers with the entry, and with the file that is there once it fell. */
export const writeFallingWorker = async (folder: string, name: string, entry: string, calls: number): Promise<{ path: string; marker: string }> => {
  const [path, marker] = [join(folder, `${name}.mjs`), join(folder, `${name}.fell`)]
  await writeFile(path, source(entry, marker, calls))
  return { path, marker }
}
