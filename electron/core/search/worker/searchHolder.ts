/** The index of the library that is open and its snapshot, as the search worker holds them. */
import { prepare } from '../index/prepare'
import { createSearchIndex, type HeldIndex } from '../index/searchIndex'
import { SnapshotDamaged } from '../snapshot/files'
import { Snapshot } from '../snapshot/snapshot'
import type { SearchRequest, Answer, RequestKind, Holdings } from './messages'

export interface SearchHolder {
  /** Throws SnapshotDamaged where what was asked for is not what was written: then the snapshot is none, and all is made again when it is opened next. */
  answer: (request: SearchRequest) => Answer<RequestKind>
}

interface Open { index: HeldIndex; snapshot: Snapshot }

const open = (folder: string, synonyms: readonly (readonly string[])[]): Open & { trouble: string | null } => {
  const index = createSearchIndex(synonyms)
  const snapshot = new Snapshot(folder)
  try {
    snapshot.open(index.documents)
    return { index, snapshot, trouble: null }
  } catch (error) {
    return { index, snapshot, trouble: String(error) }
  }
}

const holdingsOf = ({ documents: { parts } }: HeldIndex): Holdings => {
  const ids: string[] = []
  const updatedAt: number[] = []
  for (const { table, removed } of parts) {
    table.ids.forEach((id, document) => {
      if (removed[document] === 1) return
      ids.push(id)
      updatedAt.push(table.updatedAt[document] ?? 0)
    })
  }
  return { ids: ids.join('\n'), updatedAt: Float64Array.from(updatedAt) }
}

export const createSearchHolder = (): SearchHolder => {
  let held: Open | undefined
  const required = (): Open => {
    if (!held) throw new Error('no index is open')
    return held
  }
  const discardDamaged = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (error instanceof SnapshotDamaged) held?.snapshot.discard()
      throw error
    }
  }
  /** Between requests. Nobody waits for it: what it throws ends the worker. */
  const prepareSoon = (opened: Open, steps: Iterator<undefined> = prepare(opened.index.documents)): void => {
    setImmediate(() => {
      if (held !== opened) return
      const isDone = discardDamaged(() => steps.next().done)
      if (isDone !== true) prepareSoon(opened, steps)
    })
  }
  const answer = (request: SearchRequest): Answer<RequestKind> => {
    if (request.kind === 'open') {
      held?.index.documents.close()
      const { trouble, ...opened } = open(request.folder, request.synonyms)
      held = opened
      prepareSoon(opened)
      return { documents: opened.index.documents.count(), trouble }
    }
    const { index, snapshot } = required()
    switch (request.kind) {
      case 'setSynonyms': index.setSynonyms(request.synonyms); return null
      case 'put': index.put(request.documents); return null
      case 'remove': index.remove(request.ids); return null
      case 'setUses': index.documents.setUses(request.uses); return null
      case 'query': return index.search(request.input, request.limit)
      case 'matches': return index.matches(request.id, request.input, request.limit)
      case 'ids': return index.ids(request.input)
      case 'similar': return index.similar(request.id, request.limit)
      case 'titles': return index.titles(request.title, request.limit)
      case 'suggest': return index.suggest(request.text, request.kinds, request.limit)
      case 'holdings': return holdingsOf(index)
      case 'adopt': snapshot.adopt(index.documents, request.stored, request.of); return null
      case 'save':
        if (snapshot.isBehind(index.documents)) snapshot.save(index.documents)
        return { mergeable: snapshot.mergeable(index.documents) }
    }
  }
  return { answer: (request) => discardDamaged(() => answer(request)) }
}
