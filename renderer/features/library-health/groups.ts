/** Problems by what can be done about them, as the page lists them. */
import type { Problem } from '#shared/contract/library'

/** `repair`: done by one button; `decide`: there are ways, and the user says which; `lost`: nothing can be done about it here. */
export const problemGroups = ['repair', 'decide', 'lost'] as const
export type ProblemGroup = (typeof problemGroups)[number]

export const groupOf = ({ actions, recommended }: Pick<Problem, 'actions' | 'recommended'>): ProblemGroup => {
  if (recommended !== 'nothing') return 'repair'
  return actions.length > 0 ? 'decide' : 'lost'
}

export const byGroup = (problems: readonly Problem[]): { group: ProblemGroup; problems: Problem[] }[] =>
  problemGroups.map((group) => ({ group, problems: problems.filter((problem) => groupOf(problem) === group) })).filter((each) => each.problems.length > 0)

/** A file's place in the library: paths are long, and all begin alike. */
export const placeIn = (root: string, path: string): string => (path.startsWith(root) ? path.slice(root.length).replace(/^[/\\]/, '') : path)

/** Whether it is the file that describes the library, which everything needs. */
export const isLibraryFile = (root: string, path: string): boolean => placeIn(root, path) === 'library.json'
