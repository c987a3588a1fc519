/** What is put in place of what is masked: what kind of thing it was, and no more than tells it from others. */
import { fold } from '../../text/fold'
import { surnameOf } from './names'
import type { SensitiveKind } from './sensitive'

/** `count` is 1 for the first that looks so, and no number is shown. */
type Shape = (count: number) => string

const counted = (count: number): string => (count === 1 ? '' : String(count))

const digitsOf = (text: string): string => text.replace(/\D/g, '')

const phoneBegin = (text: string): string => {
  const [, place] = /^\+(852|853|886)/.exec(text) ?? []
  if (place !== undefined) return `+${place}`
  const digits = digitsOf(text.replace(/^(?:\+|00|\(\+?)86\)?|^86(?=[- ]*1)/, ''))
  if (/^(?:1[3-9]\d|[48]00)/.test(digits)) return digits.slice(0, 3)
  const [area] = /^0(?:10|2\d|[3-9]\d{2})/.exec(digits) ?? /^(?:10|2\d|[3-9]\d{2})(?=\d{8}$)/.exec(digits) ?? []
  return area === undefined ? '' : `${area.startsWith('0') ? area : `0${area}`}-`
}

/** An extension says who, so it goes too. */
const phoneShape = (text: string): Shape => {
  const number = text.replace(/ ?(?:转|分机|ext\.?|#).*$/, '').replace(/(\d{4})-\d{1,3}$/, '$1')
  return (count) => `${phoneBegin(number)}****${digitsOf(number).slice(-4)}${count === 1 ? '' : `〔${count}〕`}`
}

const plateShape = (text: string): Shape => {
  const place = /^\p{Script=Han}[a-z]/u.exec(text)?.[0].toUpperCase()
  return (count) => (place === undefined ? `〔车牌${counted(count)}〕` : `${place}·****${count === 1 ? '' : `〔${count}〕`}`)
}

/** The number has brackets, since digits may follow in the text: 张三2人 is not 张某2 with 人 behind it. */
const personShape = (text: string): Shape => {
  const surname = surnameOf(text)
  return (count) => `${surname === '' ? '某人' : `${surname}某`}${count === 1 ? '' : `〔${count}〕`}`
}

const shapeOf = (kind: SensitiveKind, text: string): Shape => {
  switch (kind) {
    case 'phone': return phoneShape(text)
    case 'plate': return plateShape(text)
    case 'person': return personShape(text)
    case 'idNumber': return (count) => `〔身份证号${counted(count)}〕`
    case 'email': return (count) => `〔邮箱${counted(count)}〕`
    case 'bankCard': return (count) => `〔银行卡${counted(count)}尾号${digitsOf(text).slice(-4)}〕`
    case 'word': return (count) => `〔略${counted(count)}〕`
  }
}

/** What two spellings of one thing have in common: gaps, width and case say nothing. */
const sameThing = (kind: SensitiveKind, text: string): string => {
  const folded = fold(text).trim()
  return kind === 'person' || kind === 'word' || kind === 'email' ? folded.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '') : folded.replace(/[\s·•・.‐‑–—-]/g, '')
}

/**
 * Gives each text its form, in the order in which it is asked, the same for the same thing however it is spelt, and none twice. `isTaken`:
 * whether a form stands in what is sent, where it would be taken for something masked.
 */
export const createForms = (isTaken: (form: string) => boolean): ((kind: SensitiveKind, text: string) => string) => {
  const given = new Map<string, string>()
  const counts = new Map<string, number>()
  return (kind, text) => {
    const key = `${kind} ${sameThing(kind, text)}`
    const known = given.get(key)
    if (known !== undefined) return known
    const shape = shapeOf(kind, kind === 'person' ? sameThing(kind, text) : fold(text))
    let count = (counts.get(shape(1)) ?? 0) + 1
    while (isTaken(shape(count))) count += 1
    counts.set(shape(1), count)
    given.set(key, shape(count))
    return shape(count)
  }
}
