/** The way of a product to a stage that it is not at. */
import { destination, movesFrom } from '#shared/model/life/moves'
import type { RecordContent } from '#shared/model/record'

type Standing = Pick<RecordContent, 'type' | 'stage' | 'stageHistory'>

/** The first move of the shortest way from where it is; undefined where none leads there, or it is there. */
export const moveTowards = (content: Standing, stage: string): string | undefined => {
  const seen = new Set([content.stage])
  let ends: { at: Standing; first: string | undefined }[] = [{ at: content, first: undefined }]
  while (ends.length > 0) {
    const found = ends.find(({ at }) => at.stage === stage)
    if (found) return found.first
    ends = ends.flatMap(({ at, first }) => movesFrom(at).flatMap((move) => {
      const to = destination(at, move)
      if (move.isOwn || seen.has(to)) return []
      seen.add(to)
      return [{ at: { ...at, stage: to }, first: first ?? move.key }]
    }))
  }
  return undefined
}
