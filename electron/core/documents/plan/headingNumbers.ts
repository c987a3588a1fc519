/** Numbers of headings as text, level by level, for writers that count themselves. */
import type { DocumentPreset } from '#shared/model/document/preset'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

const places = ['', '十', '百', '千']

/** 1 to 9999 as Chinese documents count: 十, 十一, 一百零二. */
export const chineseNumber = (value: number): string =>
  [...String(value)].map((digit, index, all) => (digit === '0' ? '零' : `${digits[Number(digit)] ?? ''}${places[all.length - 1 - index] ?? ''}`)).join('')
    .replace(/零+/g, '零').replace(/(?!^)零$/, '').replace(/^一十/, '十')

/** ① to ⑳, then (21). */
export const circled = (value: number): string => (value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : `(${value})`)

const letter = (value: number): string => String.fromCodePoint(0x61 + (value - 1) % 26)

/** The levels of GB/T 9704-2012, 7.3.3, and ① and a) for those below. `level` from 1. */
export const chineseMark = (level: number, value: number): string => {
  switch (level) {
    case 1: return `${chineseNumber(value)}、`
    case 2: return `（${chineseNumber(value)}）`
    case 3: return `${value}. `
    case 4: return `（${value}）`
    case 5: return `${circled(value)} `
    default: return `${letter(value)}) `
  }
}

/** 一、 （一） 1. 1.1 （1） ① 第一章: typed in front of a heading, in whose place no number is counted. */
export const typedNumber = /^\s*(?:第[一二三四五六七八九十百\d]{1,4}[章节条篇]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．]\d{1,2})+|\d{1,2}[.．、)）]|[①-⑳])/

export interface HeadingNumbers {
  /** What stands before the next heading at a level (from 1), empty where that has a number of its own or none are written. */
  next: (level: number, title: string) => string
}

export const createHeadingNumbers = (scheme: DocumentPreset['numbers']): HeadingNumbers => {
  const counted: number[] = []
  return {
    next: (level, title) => {
      if (scheme === 'none' || typedNumber.test(title)) return ''
      counted.length = Math.min(counted.length, level)
      while (counted.length < level) counted.push(0)
      const value = (counted[level - 1] ?? 0) + 1
      counted[level - 1] = value
      return scheme === 'chinese' ? chineseMark(level, value) : `${counted.map((each) => Math.max(each, 1)).join('.')} `
    },
  }
}
