/** Small numbers as headings and editions are counted: 一 二 三 in Chinese, 1 2 3 in English. */
import type { Language } from '../model/language'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** `position` counts from 1; Chinese numerals up to 99, digits beyond. */
export const numeral = (position: number, language: Language): string => {
  if (language === 'en' || position > 99) return String(position)
  const tens = Math.floor(position / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[position % 10]}`
}
