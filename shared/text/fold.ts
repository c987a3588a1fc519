/**
 * Folding: the form in which text is compared. Full to half width, upper to lower case, traditional to simplified, code unit by code unit,
 * so that an offset into the folded text is the same offset into the original.
 */
import compatibility from 'opencc-js/dict/CJK_Compatibility_Ideographs'
import traditional from 'opencc-js/dict/TSCharacters'

const isOneUnit = (text: string): boolean => text.length === 1

/** The pairs of a dictionary of which both sides are one code unit. */
const pairsOf = (dictionary: string): [number, number][] => dictionary.split('|').flatMap((pair) => {
  const [from = '', to = ''] = pair.split(' ')
  return isOneUnit(from) && isOneUnit(to) ? [[from.charCodeAt(0), to.charCodeAt(0)]] : []
})

const caseAndWidth = (code: number): number => {
  if (code >= 0xff01 && code <= 0xff5e) return caseAndWidth(code - 0xfee0)
  if (code === 0x3000) return 0x20
  const lower = String.fromCharCode(code).toLowerCase()
  return isOneUnit(lower) ? lower.charCodeAt(0) : code
}

const makeTable = (): Uint16Array => {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => caseAndWidth(code))
  for (const [from, to] of pairsOf(traditional)) table[from] = to
  for (const [from, to] of pairsOf(compatibility)) table[from] = to
  // What something becomes may become something else: 薴 苧, and that 苎.
  return table.map((to) => table[table[to] ?? to] ?? to)
}

/** What each code unit becomes. */
export const foldTable: Readonly<Uint16Array> = makeTable()

const chunk = 4096

/** The folded code units of a text. */
export const foldUnits = (text: string): Uint16Array => {
  const units = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at += 1) units[at] = foldTable[text.charCodeAt(at)] ?? 0
  return units
}

/** Code units, folded. */
export const foldedUnits = (units: Readonly<Uint16Array>): Uint16Array => {
  const folded = new Uint16Array(units.length)
  for (let at = 0; at < units.length; at += 1) folded[at] = foldTable[units[at] ?? 0] ?? 0
  return folded
}

/** Code units as text. */
export const unitsToText = (units: Uint16Array): string => {
  let text = ''
  // Spread, the units would be walked one by one.
  for (let at = 0; at < units.length; at += chunk) text += String(Reflect.apply(String.fromCharCode, String, units.subarray(at, at + chunk)))
  return text
}

export const fold = (text: string): string => unitsToText(foldUnits(text))
