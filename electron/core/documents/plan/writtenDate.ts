/** Dates as a formal document writes them. */
import type { Language } from '#shared/model/language'

/** Arabic digits and full 年月日 (GB/T 9704-2012, 7.3.5.3), as exact as the date itself is. */
export const writtenDate = (date: string, language: Language): string => {
  if (language !== 'zh-CN') return date
  const [year = '', month, day] = date.split('-')
  return year === '' ? '' : `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
}
