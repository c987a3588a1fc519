/** Lists of Word and WPS: paragraphs whose style names a list and a level, and whose number stands in them as text to be ignored. */
import type { ListItemBlock } from '#shared/model/body/blocks'
import type { StyleOf } from './styles'

export interface OfficeItem { list: ListItemBlock['list'], level: number, value?: number | undefined }

const listStyle = /^l\d+\s+level(\d+)/

/** The number or bullet in front of an item's text; undefined where a paragraph shows none. */
export const officeMarker = (paragraph: Element, styleOf: StyleOf): Element | undefined =>
  [...paragraph.querySelectorAll('span[style*="mso-list"]')].find((span) => (styleOf(span)['mso-list'] ?? '').startsWith('ignore'))

export const markerText = (marker: Element): string => marker.textContent.replace(/[\s\u00a0]+/g, '')

const chineseDigits = '零一二三四五六七八九'

/** 1 to 99 in Chinese characters; undefined for anything else. */
const chineseNumber = (text: string): number | undefined => {
  const [, tens, ten, ones] = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text) ?? []
  if (tens === undefined || text === '' || (ten === '' && tens !== '' && ones !== '')) return undefined
  if (ten === '') return chineseDigits.indexOf(`${tens}${ones ?? ''}`)
  return (tens === '' ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones ? chineseDigits.indexOf(ones) : 0)
}

const delimited = /^[(（【[]?第?(.+?)[.．、)）】\]:：章节条款项]*$/
const latin = /^[(（]?[a-z]{1,5}[.．、)）]$/i
const circled = /^[\u2460-\u2473]$/

/** Word's own numbers of nine levels are shorter: what is longer is text, and not worth looking for a number in. */
const longestMarker = 50

/** What kind of item a marker makes: every kind of number, Chinese ones too, is a number. Letters and shapes alone are bullets. */
const numberOf = (marker: string): { isNumber: boolean, value?: number | undefined } => {
  if (marker.length > longestMarker) return { isNumber: false }
  const [, core = ''] = delimited.exec(marker) ?? []
  if (/^\d+$/.test(core)) return { isNumber: true, value: Number(core) }
  if (/^\d+([.．]\d+)+$/.test(core)) return { isNumber: true, value: Number(core.split(/[.．]/).at(-1)) }
  const chinese = chineseNumber(core)
  if (chinese !== undefined) return { isNumber: true, value: chinese }
  if (circled.test(marker)) return { isNumber: true, value: marker.charCodeAt(0) - 0x245f }
  if (latin.test(marker) && core.length === 1) return { isNumber: true, value: /^[ivxlcdm]$/i.test(core) && !/^c|d$/i.test(core) ? undefined : core.toLowerCase().charCodeAt(0) - 0x60 }
  return { isNumber: latin.test(marker) || /[零〇百千]/.test(core) }
}

export const officeItem = (paragraph: Element, styleOf: StyleOf): OfficeItem | undefined => {
  const [, level] = listStyle.exec(styleOf(paragraph)['mso-list'] ?? '') ?? []
  if (level === undefined) return undefined
  const marker = officeMarker(paragraph, styleOf)
  // A paragraph that only continues an item has the style and no number.
  if (!marker) return undefined
  const { isNumber, value } = numberOf(markerText(marker))
  return { list: isNumber ? 'number' : 'bullet', level: Number(level) - 1, value }
}
