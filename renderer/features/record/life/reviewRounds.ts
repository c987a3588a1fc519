import type { RecordContent } from '#shared/model/record'

/** How often a record was submitted since it was last released. */
export const reviewRounds = ({ stageHistory = [] }: Pick<RecordContent, 'stageHistory'>): number => {
  const last = stageHistory.findLastIndex(({ move }) => move === 'release')
  return stageHistory.slice(last + 1).filter(({ move }) => move === 'submit').length
}
