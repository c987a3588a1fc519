/**
 * Folding: the form in which text is compared. Full to half width and upper to lower case, code unit by code unit,
 * so that an offset into the folded text is the same offset into the original.
 */
const foldUnit = (unit: string): string => {
  const code = unit.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase()
  if (code === 0x3000) return ' '
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}

export const fold = (text: string): string => text.replace(/[A-Z\u00c0-\u024f\u0370-\u052f\u3000\uff01-\uff5e]/g, foldUnit)
