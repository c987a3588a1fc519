/** A number as people type it into a field. */
import { toNumber } from '../results/percentChange'

/** Undefined where nothing is typed, `wrong` where it is no number; separators of thousands may stand in it. */
export const typedNumber = (typed: string): number | undefined | 'wrong' => {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '')
  return plain === '' ? undefined : toNumber(plain) ?? 'wrong'
}
