/** What a zip that the app made holds, its bytes checked. */
import { buffer } from 'node:stream/consumers'
import { openPromise } from 'yauzl'

/** The content of every entry by its name. Throws on what is no whole zip. */
export const readEntries = async (path: string): Promise<Map<string, Buffer>> => {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
  const entries = new Map<string, Buffer>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  } finally {
    zip.close()
  }
  return entries
}
