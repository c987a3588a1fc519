/** Where a text differs from another: what both begin and end with is left out. In UTF-16 code units of `meant`. */
export const changedPart = (typed: string, meant: string): [start: number, end: number] => {
  const shorter = Math.min(typed.length, meant.length)
  let start = 0
  while (start < shorter && typed[start] === meant[start]) start += 1
  let after = 0
  while (after < shorter - start && typed.at(-1 - after) === meant.at(-1 - after)) after += 1
  return [start, meant.length - after]
}
