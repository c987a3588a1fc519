/** The room that a preset's margins leave the text of a page, and what a preset needs to be kept as one's own. Millimetres. */
import { paperSizes, type DocumentPreset } from './preset'

/** Across and down: with less, words are cut off or stand one below the other. */
export const leastRoom = 60

type Page = DocumentPreset['page']

/** Below zero where the margins are wider than the paper. */
export const textRoom = ({ paper, top, bottom, left, right }: Page): { width: number; height: number } =>
  ({ width: paperSizes[paper].width - left - right, height: paperSizes[paper].height - top - bottom })

/** Why a preset can't be kept: a library that has it already reads it nonetheless. */
export const presetFaults = ({ name, page }: Pick<DocumentPreset, 'name' | 'page'>): ('noName' | 'noRoom')[] => {
  const { width, height } = textRoom(page)
  return [...name.trim() === '' ? ['noName' as const] : [], ...Math.min(width, height) < leastRoom ? ['noRoom' as const] : []]
}

const shrunk = (margins: readonly [number, number], room: number): [number, number] => {
  const sum = margins[0] + margins[1]
  const share = room >= leastRoom ? 1 : Math.max((sum + room - leastRoom) / sum, 0)
  return [margins[0] * share, margins[1] * share]
}

/** The same page where its text has room enough, else with margins as much smaller as that takes. */
export const withRoom = (page: Page): Page => {
  const { width, height } = textRoom(page)
  if (Math.min(width, height) >= leastRoom) return page
  const [[left, right], [top, bottom]] = [shrunk([page.left, page.right], width), shrunk([page.top, page.bottom], height)]
  return { ...page, left, right, top, bottom }
}
