/** Our own index, built as the app builds it when it has none. */
import type { z } from 'zod'
import { buildSnapshot } from '../ours'
import { makeLibrary } from '../text/benchDocuments'
import { readSentences } from '../text/textSource'
import { peakMb, snapshotFolder, type Built } from './measured'

/** The documents are made on the way, which is part of the time. */
export const buildStep = async (home = '', count = '', data = ''): Promise<z.infer<typeof Built>> => {
  const library = makeLibrary(await readSentences(data))
  const startedAt = performance.now()
  await buildSnapshot(snapshotFolder(home), Number(count), library.documents)
  return { seconds: (performance.now() - startedAt) / 1000, peakMb: peakMb() }
}
