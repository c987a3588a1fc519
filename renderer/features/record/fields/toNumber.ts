/** A number as people type it. */

/** Undefined where nothing is typed, `wrong` where it is no number; separators of thousands may stand in it. */
export const toNumber = (typed: string): number | undefined | 'wrong' => {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '')
  if (plain === '') return undefined
  const number = Number(plain)
  return Number.isFinite(number) ? number : 'wrong'
}
