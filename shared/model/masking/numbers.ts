/** Finding what is known by its shape and its check digits: ID numbers, bank cards, phones, number plates, e-mail addresses. All read a folded text. */
import { luhnHolds, isBirthDay, isIdNumber, isRegion } from './checks'
import type { SensitiveKind } from './sensitive'

/** What may be a hit; of two that overlap the more `certain` one wins, then the longer. */
export interface Candidate { kind: SensitiveKind; start: number; end: number; certain: number }

interface Rule { kind: SensitiveKind; certain: number; pattern: RegExp; holds?: (text: string) => boolean }

/** Looked at first, since most characters are none. */
const begin = String.raw`(?=[\d+(])`
/** No part of a longer run of letters, digits and hyphens, nor of a decimal number. A label may stand before without a gap, and one phone before another. */
const before = String.raw`(?:(?<![a-z0-9_]|[a-z0-9]-|\d\.)|(?<=(?:tel|phone|mobile)-?)|(?<=1[3-9]\d{9}-))`
const behind = String.raw`(?![a-z0-9_]|\.\d|[万亿]?(?:元|吨|千瓦|兆瓦|千伏))`
/** What parts the groups of a number. */
const gap = String.raw`[ \u00a0\-‐‑–—]`

const digitsOf = (text: string): string => text.replace(/[^\dx]/g, '')

const rule = (kind: SensitiveKind, certain: number, core: string, holds?: (text: string) => boolean): Rule =>
  ({ kind, certain, pattern: new RegExp(begin + before + core + behind, 'g'), ...holds && { holds } })

const phoneBegin = String.raw`(?:(?:\+|00)?86${gap}{0,2}|\(\+?86\) ?)?`
const extension = String.raw`(?: ?(?:转|分机|ext\.?|#) ?\d{1,6})?`
const mobile = String.raw`1[3-9]\d(?:${gap}?\d{8}|\d{4}${gap}\d{4}|${gap}\d{4}${gap}\d{4}|\.\d{4}\.\d{4}|${gap}\d{3}${gap}\d{5})`
const areaCode = String.raw`(?:10|2[0-57-9]|[3-9]\d{2})`
const landline = String.raw`(?:\(0${areaCode}\) ?|0${areaCode}${gap}?|(?:\+|00)86${gap}?${areaCode}${gap}?)[2-8]\d{2,3}${gap}?\d{4}(?:-\d{1,6})?`
const nearby = String.raw`\+(?:852|853|886)${gap}?\d{4}${gap}?\d{4,5}`
const hotline = String.raw`[48]00${gap}(?:\d{3}${gap}\d{4}|\d{4}${gap}\d{3}|\d{7})`
const labelled = String.raw`(?<=(?:电话|座机|固话|传真|tel|fax)(?:号码?)?[:.为是 ]{0,3})[2-8]\d{2,3}${gap}?\d{4}`
/** The second of two that share their area code. */
const another = String.raw`(?<=0\d{2,3}[ )\-]{0,2}[2-8]\d{6,7}[/、,; ]{1,2})[2-8]\d{6,7}`

const provinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'
const dot = '[·•・. -]?'
const serial = '[a-hj-np-z0-9]'
const plateEnd = '(?![a-z0-9])'
const plates = [
  `[${provinces}][a-hj-z]${dot}(?:[a-hj-k]${serial}\\d{4}|\\d{5}[a-hj-k]|${serial}{4}(?:${serial}|[挂学警港澳领])|\\d{4}[领])`,
  `wj[${provinces}]\\d{4}${serial}`, `使\\d{3}[·•・]\\d{3}`, `(?<=(?:车牌|车牌号|车号|号牌|牌照)[: ]{0,2})使\\d{6}`,
].map((core): Rule => ({ kind: 'plate', certain: 4, pattern: new RegExp(core + plateEnd, 'g'), holds: (text) => digitsOf(text).length >= 2 }))

/** What every number below has. Most texts have none, and need not be looked through for each. */
const someDigits = /(?:\d[^\d\n]{0,2}){7}/

const numbers: readonly Rule[] = [
  rule('idNumber', 5, String.raw`[1-9]\d{5}${gap}?\d{8}${gap}?\d{3}[\dx]`, (text) => isIdNumber(digitsOf(text))),
  rule('idNumber', 4, String.raw`(?<=身份证(?:件|号|号码|件号|件号码)?[:为是 ]{0,3})[1-9]\d{16}[\dx]`),
  rule('idNumber', 3, String.raw`[1-9]\d{14}`, (text) => isRegion(text) && isBirthDay(`19${text.slice(6, 12)}`)),
  ...[String.raw`[3-69]\d{15,18}`, String.raw`[3-69]\d{3}(?:${gap}\d{4}){3}`, String.raw`[3-69]\d{3}(?:${gap}\d{4}){3}${gap}?\d{1,3}`, String.raw`[3-69]\d{5}${gap}\d{10,13}`]
    .map((core) => rule('bankCard', 4, core, (text) => luhnHolds(digitsOf(text)))),
  rule('phone', 4, phoneBegin + mobile + extension),
  ...[landline, another, nearby, hotline, labelled].map((core) => rule('phone', 3, core + extension)),
]

const localPart = /^[a-z0-9._%+'-]$/
const domainPart = /^[a-z0-9.-]+\.[a-z]{2,}/

/** From each @ to both sides, so that a long text without one takes no time. Lengths are those that RFC 5321 allows. */
const emails = (text: string): Candidate[] => {
  const found: Candidate[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < 64 && localPart.test(text.charAt(start - 1))) start -= 1
    while (start < at && text.charAt(start) === '.') start += 1
    const domain = domainPart.exec(text.slice(at + 1, at + 255))?.[0]
    if (start < at && domain !== undefined) found.push({ kind: 'email', start, end: at + 1 + domain.length, certain: 5 })
  }
  return found
}

/** What looks like a hit and is none may begin within another one. */
const hitsOf = (text: string, { kind, certain, pattern, holds }: Rule): Candidate[] => {
  const found: Candidate[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole] = match
    if (!holds || holds(whole)) found.push({ kind, certain, start: match.index, end: match.index + whole.length })
    else pattern.lastIndex = match.index + 1
  }
  return found
}

/** All that has the shape of a number or an address, overlapping where two may be meant. `text` is folded. */
export const numbersIn = (text: string): Candidate[] => [
  ...[...(someDigits.test(text) ? numbers : []), ...plates].flatMap((each) => hitsOf(text, each)), ...emails(text),
]
