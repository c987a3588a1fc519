/** Pieces of two to six Han characters against a scan of all texts: what holds them must be found, and what is quoted nothing else. */
import type { SearchIndex } from '#core/search/results'
import { fold } from '#shared/text/fold'
import { createRandom } from '../../../support/random'
import { typed } from '../ours'
import type { Passage } from './collection'

const samplesOfEachLength = 100
const lengths = [2, 3, 4, 5, 6]

interface FoldedPassage { id: string; texts: readonly string[] }

const sample = (passages: readonly FoldedPassage[]): string[] => {
  const random = createRandom(1)
  return lengths.flatMap((length) => {
    const samples = new Set<string>()
    while (samples.size < samplesOfEachLength) {
      const text = random.of(random.of(passages).texts)
      const at = random.below(text.length)
      const [piece] = new RegExp(`\\p{Script=Han}{${length}}`, 'u').exec(text.slice(at, at + 60)) ?? []
      if (piece !== undefined) samples.add(piece)
    }
    return [...samples]
  })
}

export interface Contained { quotedIdentical: number; unquotedSuperset: number; contiguousFirst: number }

/** Shares of the samples. `failed`: given each sample that is not answered as it should be. */
export const checkContained = (passages: readonly Passage[], index: SearchIndex, failed: (share: keyof Contained, piece: string) => void): Contained => {
  const folded = passages.map(({ id, title, text }) => ({ id, texts: [fold(title), fold(text)] }))
  const samples = sample(folded)
  const right: Contained = { quotedIdentical: 0, unquotedSuperset: 0, contiguousFirst: 0 }
  const note = (share: keyof Contained, piece: string, isRight: boolean): void => {
    if (isRight) right[share] += 1 / samples.length
    else failed(share, piece)
  }
  for (const piece of samples) {
    const holding = new Set(folded.filter(({ texts }) => texts.some((text) => text.includes(piece))).map(({ id }) => id))
    const quoted = index.ids(typed(`"${piece}"`))
    note('quotedIdentical', piece, quoted.length === holding.size && quoted.every((id) => holding.has(id)))
    const found = index.ids(typed(piece))
    note('unquotedSuperset', piece, found.filter((id) => holding.has(id)).length === holding.size)
    note('contiguousFirst', piece, found.slice(0, holding.size).every((id) => holding.has(id)))
  }
  return right
}
