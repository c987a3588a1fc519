/** The best of many hits: a heap of so many, its worst on top, so that most hits are only compared with that one. */
import type { HeldPart } from '../index/heldPart'
import type { Hits } from '../query/hits'

export interface Ranked { part: HeldPart; document: number; score: number }

const isBefore = (a: Ranked, b: Ranked): boolean => {
  if (a.score !== b.score) return a.score > b.score
  const [updatedA, updatedB] = [a.part.table.updatedAt[a.document] ?? 0, b.part.table.updatedAt[b.document] ?? 0]
  return updatedA === updatedB ? (a.part.table.ids[a.document] ?? '') < (b.part.table.ids[b.document] ?? '') : updatedA > updatedB
}
/** The greatest score first, of those the one that was updated last. */
export const order = (a: Ranked, b: Ranked): number => (isBefore(a, b) ? -1 : 1)

class Best {
  private readonly heap: Ranked[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  /** What any other must reach; -Infinity while there is room. */
  least(): number {
    return this.heap.length < this.most ? -Infinity : this.heap[0]?.score ?? Infinity
  }

  add(ranked: Ranked): void {
    if (this.heap.length < this.most) {
      this.heap.push(ranked)
      this.rise(this.heap.length - 1)
    } else if (this.heap[0] && isBefore(ranked, this.heap[0])) {
      this.heap[0] = ranked
      this.sink()
    }
  }

  inOrder(): Ranked[] {
    return this.heap.sort(order)
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1
      if (!this.isWorse(at, above)) return
      this.swap(at, above)
      at = above
    }
  }

  private sink(): void {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const worse = this.isWorse(right, left) ? right : left
      if (!this.isWorse(worse, at)) return
      this.swap(at, worse)
      at = worse
    }
  }

  private isWorse(at: number, other: number): boolean {
    const [a, b] = [this.heap[at], this.heap[other]]
    return a !== undefined && (b === undefined || isBefore(b, a))
  }

  private swap(at: number, other: number): void {
    const [a, b] = [this.heap[at], this.heap[other]]
    if (a && b) [this.heap[at], this.heap[other]] = [b, a]
  }
}

/** The first `count` of all hits, in order; `scoreOf` a document and the score it was found with. */
export const bestOf = (parts: readonly HeldPart[], hits: readonly Hits[], count: number, scoreOf: (part: HeldPart, document: number, score: number) => number): Ranked[] => {
  const best = new Best(count)
  hits.forEach(({ documents, scores }, position) => {
    const part = parts[position]
    if (!part) return
    let least = best.least()
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0
      const score = scoreOf(part, document, scores[at] ?? 0)
      if (score < least) continue
      best.add({ part, document, score })
      least = best.least()
    }
  })
  return best.inOrder()
}
