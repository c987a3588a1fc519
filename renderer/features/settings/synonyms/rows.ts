/** The rows on screen and the groups that they say: a row that has no second word yet is kept on screen alone. */
export interface Row { key: number; words: readonly string[] }

export const isWhole = ({ words }: Row): boolean => words.length > 1

export const groupsOf = (rows: readonly Row[]): string[][] => rows.filter(isWhole).map(({ words }) => [...words])

export const sameGroups = (a: readonly (readonly string[])[], b: readonly (readonly string[])[]): boolean => JSON.stringify(a) === JSON.stringify(b)

const nextKey = (rows: readonly Row[]): number => rows.reduce((most, { key }) => Math.max(most, key), 0) + 1

/** One more row, empty, at the end. */
export const withNewRow = (rows: readonly Row[]): Row[] => [...rows, { key: nextKey(rows), words: [] }]

/** The rows that say what is saved, after it was changed elsewhere or joined; those that are begun stay at the end. */
export const rowsFor = (groups: readonly (readonly string[])[], before: readonly Row[]): Row[] => {
  const first = nextKey(before)
  return [...groups.map((words, index) => ({ key: first + index, words })), ...before.filter((row) => !isWhole(row))]
}

/** Rows that hold what was typed to find one; a row that is begun always shows. At most so many: the rest is found by typing. */
export const rowsInSight = (rows: readonly Row[], typed: string, most: number): Row[] => {
  const sought = typed.trim().toLowerCase()
  const found = rows.filter((row) => isWhole(row) && (sought === '' || row.words.some((word) => word.toLowerCase().includes(sought))))
  return [...found.slice(0, most), ...rows.filter((row) => !isWhole(row))]
}
