/**
 * How a record stands in Markdown beyond what Markdown itself says: the marks that only this app reads, as comments and titles of links that
 * no viewer shows. Writer and reader agree here.
 */

/** The version of the form, in the front matter of every file. */
export const markdownFormat = 1

/** Tells the index of a folder that was written here. */
export const indexMark = `<!-- liangfang:markdown ${markdownFormat} -->`
export const isIndexMark = (text: string): boolean => /<!-- liangfang:markdown \d+ -->/.test(text)

export const indexFile = 'README.md'
export const attachmentsFolder = 'attachments'

/** No comment holds two dashes, and no line of one what ends it. */
const closed = (json: string): string => json.replaceAll('-', String.raw`\u002d`).replaceAll('>', String.raw`\u003e`)

const word = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D').replaceAll("'", '%27')
const fromWord = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Behind the title of a section: its key, if it has one, and its id. */
export const sectionMark = (key: string | null, id: string): string => `<!-- section:${key === null ? '' : word(key)} ${word(id)} -->`
export const readSectionMark = (html: string): { key: string | null; id: string } | undefined => {
  const found = /^<!-- section:(\S*) (\S+) -->$/.exec(html.trim())
  return found ? { key: found[1] ? fromWord(found[1]) : null, id: fromWord(found[2] ?? '') } : undefined
}

/** The ids of all blocks in reading order, at the end of the file. */
export const blocksMark = (ids: readonly string[]): string => `<!-- blocks ${ids.map(word).join(' ')} -->`
export const readBlocksMark = (html: string): string[] | undefined => {
  const found = /^<!-- blocks ?([^>]*) -->$/.exec(html.trim())
  return found ? (found[1] ?? '').split(' ').filter((each) => each !== '').map(fromWord) : undefined
}

/** Between the number of a list item and its text, where the list is none that Markdown has. */
export const itemMark = (said: Readonly<Record<string, unknown>>): string => `<!-- item ${closed(JSON.stringify(said))} -->`

/** What this version does not know, as it came. */
export const unknownMark = (kind: 'block' | 'inline', value: unknown): string => `<!-- ${kind} ${closed(JSON.stringify(value))} -->`

/** The JSON of a mark; undefined where it is no such mark. */
export const readJsonMark = (kind: 'item' | 'block' | 'inline', html: string): unknown => {
  const found = html.trim().startsWith(`<!-- ${kind} `) && html.trim().endsWith(' -->') ? html.trim().slice(kind.length + 6, -4) : undefined
  if (found === undefined) return undefined
  try {
    const value: unknown = JSON.parse(found)
    return value
  } catch {
    return undefined
  }
}

const recordPrefix = 'liangfang:'

/** The title of a link to a record. */
export const recordMark = (id: string): string => `${recordPrefix}${id}`
export const readRecordMark = (title: string | null | undefined): string | undefined => (title?.startsWith(recordPrefix) ? title.slice(recordPrefix.length) : undefined)

/** A path as the address of a link: what stands for itself in one, and all else readable. */
export const addressOf = (path: string): string => path.replaceAll(/[%#?\s<>"\\]/g, encodeURIComponent)
export const pathOfAddress = fromWord

/** Depth of the heading of a section; those inside begin one below. */
export const sectionDepth = 2

export const calloutWords = { note: 'NOTE', tip: 'TIP', warning: 'WARNING', danger: 'CAUTION' } as const
