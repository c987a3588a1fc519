/** Our own index, built as the app builds it when it has none. */
import type { z } from 'zod'
import { buildSnapshot } from '../ours'
import { readSentences } from '../text/textSource'
import { peakMb, snapshotFolder, type Built } from './measured'

/** The documents are made on the way, which is part of the time. */
export const buildStep = async (home = '', count = '', data = ''): Promise<z.infer<typeof Built>> => {
  const sentences = await readSentences(data)
  const startedAt = performance.now()
  await buildSnapshot(snapshotFolder(home), Number(count), sentences)
  return { seconds: (performance.now() - startedAt) / 1000, peakMb: peakMb() }
}
