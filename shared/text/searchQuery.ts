/**
 * The query language: words, `"a phrase"`, `-without`, `a OR b`, and fields such as `tag:安全` or `阶段:已发布`. Reading one never fails:
 * what can't be read is told with its place, and its words are searched all the same.
 */
import { queryFields, type QueryField } from './queryFields'

/** A stretch of what was typed, in UTF-16 code units. */
export interface Place { start: number; end: number }

export type QueryPart = Place & (
  | { kind: 'words'; text: string }
  | { kind: 'phrase'; text: string }
  | { kind: 'field'; field: QueryField; value: string }
)

export type QueryItem = { part: QueryPart; isExcluded: boolean }

export const problemKinds = ['unclosedQuote', 'emptyPhrase', 'emptyField', 'unknownField', 'badDate', 'nothingBeforeOr', 'nothingAfterOr', 'tooLong'] as const
export type ProblemKind = (typeof problemKinds)[number]
/** What could not be read and where. `suggestion`: what was perhaps meant. */
export interface QueryProblem extends Place { kind: ProblemKind; suggestion?: string }

export interface ParsedQuery {
  /** All of these must hold; of one, any. */
  all: QueryItem[][]
  problems: QueryProblem[]
}

/** More than anyone types; what is pasted beyond it is not looked at. */
export const longestQuery = 400

type Token = Place & (
  | { kind: 'or' }
  | { kind: 'item'; item: QueryItem }
)

const quotes = new Map([['"', '"'], ['“', '”'], ['”', '”'], ['＂', '＂'], ['「', '」'], ['『', '』']])
/** Chinese quotes stand in sentences too, as in 什么是“双确认”: there they ask for no phrase. */
const isTyped = (quote: string): boolean => quote === '"' || quote === '＂'
const isSpace = (character: string): boolean => /^\s$/.test(character)

/** The field of a name and a colon at the beginning of a text, half or full width, in Chinese or English. */
const fieldAt = (text: string): { field: QueryField | undefined; name: string; length: number } | undefined => {
  const [whole, name = ''] = /^([\p{L}]{1,12})[:：]/u.exec(text) ?? []
  return whole === undefined ? undefined : { field: queryFields.find(name), name, length: whole.length }
}

class Reader {
  readonly problems: QueryProblem[] = []
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  tokens(): Token[] {
    const tokens: Token[] = []
    for (;;) {
      while (this.at < this.text.length && isSpace(this.text.charAt(this.at))) this.at += 1
      if (this.at >= this.text.length) return tokens
      const token = this.token()
      if (token) tokens.push(token)
    }
  }

  private token(): Token | undefined {
    const start = this.at
    const [operator] = /^(?:OR|或|\||｜)(?=\s|$)/.exec(this.text.slice(start)) ?? []
    if (operator !== undefined) {
      this.at += operator.length
      return { kind: 'or', start, end: this.at }
    }
    const isExcluded = /^[-－](?=\S)/.test(this.text.slice(start))
    if (isExcluded) this.at += 1
    const part = this.phrase() ?? this.field() ?? this.words()
    return part && { kind: 'item', item: { part, isExcluded }, start, end: this.at }
  }

  /** The text between quotes that open here; the closing ones are passed. */
  private quoted(): string | undefined {
    const open = this.at
    const quote = this.text.charAt(open)
    const closing = quotes.get(quote)
    if (closing === undefined) return undefined
    const end = this.text.indexOf(closing, open + 1)
    if (end !== -1 && !isTyped(quote) && !/^(?:\s|$)/.test(this.text.slice(end + 1))) return undefined
    if (end === -1) {
      if (!isTyped(quote)) return undefined
      this.problems.push({ kind: 'unclosedQuote', start: open, end: this.text.length })
      this.at += 1
      return undefined
    }
    this.at = end + 1
    return this.text.slice(open + 1, end)
  }

  private phrase(): QueryPart | undefined {
    const start = this.at
    const text = this.quoted()
    if (text === undefined) return undefined
    if (text.trim() !== '') return { kind: 'phrase', text, start, end: this.at }
    this.problems.push({ kind: 'emptyPhrase', start, end: this.at })
    return undefined
  }

  private field(): QueryPart | undefined {
    const start = this.at
    const named = fieldAt(this.text.slice(start))
    if (!named) return undefined
    const { field, name, length } = named
    if (!field) {
      const suggestion = queryFields.like(name)
      if (suggestion !== undefined) this.problems.push({ kind: 'unknownField', start, end: start + length, suggestion })
      return undefined
    }
    this.at += length
    const value = this.quoted() ?? this.untilSpace()
    const place = { start, end: this.at }
    if (value.trim() === '') this.problems.push({ kind: 'emptyField', ...place })
    else if (queryFields.isDate(field) && !queryFields.dateRange(value)) this.problems.push({ kind: 'badDate', ...place })
    else return { kind: 'field', field, value: value.trim(), ...place }
    return undefined
  }

  private words(): QueryPart | undefined {
    const start = this.at
    const text = this.untilSpace()
    return text === '' ? undefined : { kind: 'words', text, start, end: this.at }
  }

  /** Up to the next space or the next quotes that are closed. */
  private untilSpace(): string {
    const start = this.at
    while (this.at < this.text.length && !isSpace(this.text.charAt(this.at))) {
      const quote = this.text.charAt(this.at)
      if (this.at > start && isTyped(quote) && this.text.includes(quotes.get(quote) ?? quote, this.at + 1)) break
      this.at += 1
    }
    return this.text.slice(start, this.at)
  }
}

/** Joins what stands on both sides of each OR. */
const join = (tokens: readonly Token[], problems: QueryProblem[]): QueryItem[][] => {
  const all: QueryItem[][] = []
  let isOpen = false
  let operator: Place | undefined
  for (const token of tokens) {
    if (token.kind === 'or') {
      if (all.length === 0) problems.push({ kind: 'nothingBeforeOr', start: token.start, end: token.end })
      isOpen = all.length > 0
      operator = token
      continue
    }
    if (isOpen) all.at(-1)?.push(token.item)
    else all.push([token.item])
    isOpen = false
  }
  if (isOpen && operator) problems.push({ kind: 'nothingAfterOr', start: operator.start, end: operator.end })
  return all
}

export const parseSearchQuery = (typed: string): ParsedQuery => {
  const reader = new Reader(typed.slice(0, longestQuery))
  const tokens = reader.tokens()
  const { problems } = reader
  const all = join(tokens, problems)
  if (typed.length > longestQuery) problems.push({ kind: 'tooLong', start: longestQuery, end: typed.length })
  return { all, problems }
}
