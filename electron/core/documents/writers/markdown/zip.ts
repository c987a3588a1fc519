/** Files as a zip, one after another: no more than one of them is in memory. */
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** `path` with `/`; the text is made when its turn comes. */
export type TreeFile = { path: string } & ({ text: () => Promise<string> } | { file: string })

const entryOptions = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, mode: 0o100644 }

/** Packed already, most of them. */
const isPacked = (path: string): boolean => /\.(?:png|jpe?g|gif|webp|zip|docx|xlsx|pptx|pdf|mp4|mp3|mov)$/i.test(path)

const fill = async (zip: ZipFile, files: Iterable<TreeFile>, onFile: (path: string) => void): Promise<void> => {
  for (const file of files) {
    const source = 'file' in file ? createReadStream(file.file) : Readable.from([Buffer.from(await file.text())], { objectMode: false })
    zip.addReadStreamLazy(file.path, { ...entryOptions, compress: !isPacked(file.path) }, (give) => { give(null, source) })
    await finished(source)
    onFile(file.path)
  }
  zip.end()
}

/** Writes a new file, synced. What `text` and `onFile` throw ends it. */
export const writeZip = async (to: string, files: Iterable<TreeFile>, onFile: (path: string) => void): Promise<void> => {
  const zip = new ZipFile()
  const ending = new AbortController()
  const writing = pipeline(zip.outputStream, createWriteStream(to, { flags: 'wx' }), { signal: ending.signal })
  const failed = writing.then(() => new Promise<never>(() => undefined))
  try {
    await Promise.race([fill(zip, files, onFile), failed])
    await writing
  } catch (error) {
    ending.abort()
    await writing.catch(() => undefined)
    throw error
  }
  const handle = await open(to, 'r+')
  try { await handle.sync() } finally { await handle.close() }
}
