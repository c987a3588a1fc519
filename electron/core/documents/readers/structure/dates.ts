/** Dates as Chinese documents write them, as PartialDate. */
import { RealDate } from '#shared/model/partialDate'

const digits = '〇一二三四五六七八九'

const arabic = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text)
  const plain = text.replaceAll('零', '〇').replaceAll('○', '〇').replaceAll('Ｏ', '〇')
  if (!plain.includes('十')) return Number(plain.replace(/./g, (char) => String(digits.indexOf(char))))
  const [tens = '', ones = ''] = plain.split('十')
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}

const pattern = /(\d{4}|[〇零○一二三四五六七八九]{4})\s*[年./-]\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:月|[./-]|$)\s*(?:(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?)?/

export interface FoundDate {
  date: string
  /** The text holds nothing else. */
  whole: boolean
}

/** The first date in a text, `2024-03-18` or `2024-03` or `2024`. */
export const findDate = (text: string): FoundDate | undefined => {
  const match = pattern.exec(text)
  if (match?.[1] === undefined) return undefined
  const year = arabic(match[1])
  if (!(year >= 1900 && year <= 2100)) return undefined
  const parts = [match[2], match[3]].flatMap((part) => (part === undefined ? [] : [String(arabic(part)).padStart(2, '0')]))
  const parsed = RealDate.safeParse([String(year), ...parts].join('-'))
  return parsed.success ? { date: parsed.data, whole: match[0].trim() === text.trim() } : undefined
}
