/** A number as people type it. */

/** Undefined where nothing is typed, `wrong` where it is no number; separators of thousands may stand in it. */
export const toNumber = (typed: string): number | undefined | 'wrong' => {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '').replace(/^[−–]/u, '-')
  if (plain === '') return undefined
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : 'wrong'
}
