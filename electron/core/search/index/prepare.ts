/**
 * What need not be done before an index that was opened can be asked, step by step: makes what is else made when somebody types first, which
 * would then take half a second at 100,000 documents, and checks the lists, which takes as long. Throws where these are damaged.
 */
import { readingsOf } from '../sound/sounds'
import { beginningsOf } from '../sound/soundBeginnings'
import type { Documents } from './documents'

const entriesAtOnce = 1000

export function* prepare(documents: Documents): Generator<undefined, void> {
  readingsOf(0)
  yield
  for (const { names } of documents.parts) {
    beginningsOf(names)
    yield
  }
  for (const { segment: { lists } } of documents.parts) yield* lists.check()
  const lexicon = documents.lexicon()
  yield
  while (lexicon.index(entriesAtOnce)) yield
}
