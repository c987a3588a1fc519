/**
 * A peer in a process of its own: built of the same documents, and typed the same, but for pinyin and only every so many keys, since a
 * peer may need seconds for one; it shows twenty of what it finds, each with an excerpt.
 */
import type { z } from 'zod'
import type { SearchDocument } from '#core/search/part/searchDocument'
import { fold } from '#shared/text/fold'
import type { PeerDocument } from '../peers/peer'
import { queryRuns } from '../peers/peerTerms'
import { peerNames, peers } from '../peers/peers'
import { makeLibrary } from '../text/benchDocuments'
import { readSentences } from '../text/textSource'
import { comparedOf, readGiven, shownHits, timeKeystrokes, type PeerMeasured } from './measured'

const excerptWidth = 90
/** A peer is typed to for so long at most before it is measured, so that its code is compiled. */
const firstMs = 30_000

const toPeerDocument = ({ id, pieces }: SearchDocument): PeerDocument => ({
  id, title: pieces.filter(({ field }) => field === 'title').map(({ text }) => text).join('\n'),
  body: pieces.filter(({ field }) => field !== 'title').map(({ text }) => text).join('\n'),
})

/** The text around the first term of the query that stands in it. */
const excerpt = (body: string, terms: readonly string[]): string => {
  const folded = fold(body)
  const at = terms.map((term) => folded.indexOf(term)).find((place) => place !== -1) ?? 0
  const start = Math.max(0, at - excerptWidth / 5)
  return body.slice(start, start + excerptWidth)
}

export const peerStep = async (home = '', count = '', data = '', asked = ''): Promise<z.infer<typeof PeerMeasured>> => {
  const name = peerNames.find((known) => known === asked)
  if (!name) throw new Error(`no peer ${asked}`)
  const library = makeLibrary(await readSentences(data))
  const bodies = new Map<string, string>()
  const kept = function* () {
    for (const document of library.documents(0, Number(count))) {
      const made = toPeerDocument(document)
      bodies.set(made.id, made.body)
      yield made
    }
  }
  const peer = peers[name]()
  const startedAt = performance.now()
  peer.build(kept())
  const seconds = (performance.now() - startedAt) / 1000
  const answer = (text: string): void => {
    const terms = queryRuns(text).flatMap((run) => [run.map((term, at) => at === 0 ? term : term.slice(-1)).join(''), ...run])
    for (const id of peer.search(text, shownHits)) excerpt(bodies.get(id) ?? '', terms)
  }
  const { first, measured } = await readGiven(home)
  const startedTyping = performance.now()
  for (const { text } of first) if (performance.now() - startedTyping < firstMs) answer(text)
  return { seconds, times: timeKeystrokes(comparedOf(measured), answer), rssMb: process.memoryUsage().rss / 1e6 }
}
