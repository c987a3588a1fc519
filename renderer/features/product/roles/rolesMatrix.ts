/** The roles of a product as a matrix: works as rows, posts as columns, in each cell what the post is for that work (RACI). */
import { rowsOf, type FieldRow } from '#shared/model/fields'
import type { Step } from '#shared/model/product/steps'
import { newBlockId } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'

export const roleLetters = ['R', 'A', 'C', 'I'] as const
export type RoleLetter = (typeof roleLetters)[number]

const columns: Readonly<Record<RoleLetter, 'responsible' | 'accountable' | 'consulted' | 'informed'>> = { R: 'responsible', A: 'accountable', C: 'consulted', I: 'informed' }

const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [])

export const activityOf = ({ activity }: FieldRow): string => (typeof activity === 'string' ? activity : '')

/** The posts that have a part in something, each once. */
export const rolePosts = (rows: readonly FieldRow[]): string[] => [...new Set(rows.flatMap((row) => roleLetters.flatMap((letter) => wordsOf(row[columns[letter]]))))]

/** The columns while the matrix is written: as they stood, also where a post has no letter left, and what came since behind them. */
export const heldPosts = (held: readonly string[], rows: readonly FieldRow[]): string[] => [...new Set([...held, ...rolePosts(rows)])]

/** What a post is; more than one letter where a file from elsewhere says so. */
export const lettersOf = (row: FieldRow, post: string): RoleLetter[] => roleLetters.filter((letter) => wordsOf(row[columns[letter]]).includes(post))

/** A row in which a post is one thing, or nothing. */
export const withLetter = (row: FieldRow, post: string, letter: RoleLetter | undefined): FieldRow => ({
  ...row, ...Object.fromEntries(roleLetters.map((each) => {
    const others = wordsOf(row[columns[each]]).filter((word) => word !== post)
    const words = each === letter ? [...others, post] : others
    return [columns[each], words.length > 0 ? words : undefined]
  })),
})

/** The next letter when a cell is pressed: R, A, C, I, then none. */
export const nextLetter = (letters: readonly RoleLetter[]): RoleLetter | undefined => {
  const [first] = letters
  return first === undefined ? 'R' : roleLetters[roleLetters.indexOf(first) + 1]
}

export const isEmptyRole = (row: FieldRow): boolean => activityOf(row).trim() === '' && roleLetters.every((letter) => wordsOf(row[columns[letter]]).length === 0)

/** A work for each step that says what is done and by whom, whose post is responsible. */
export const rolesFromSteps = (steps: readonly Step[]): FieldRow[] => steps.filter(({ action, post }) => action.trim() !== '' && post.trim() !== '')
  .map(({ action, post }) => ({ id: newBlockId(), activity: action.trim().replace(/\s+/g, ' ').slice(0, 1000), responsible: [post.trim()] }))

/** Posts that are offered where one is named: those of the roles and of the steps. */
export const offeredPosts = (fields: RecordContent['fields'], steps: readonly Step[]): string[] =>
  [...new Set([...steps.map(({ post }) => post.trim()), ...rolePosts(rowsOf(fields.roles))])].filter((post) => post !== '')
