/** Files that are text as they are, but no documents: which these are, and what is written in them another way than it is read. */
import { extname } from 'node:path'
import { decodeEntities } from '../../../documents/readers/docx/xmlScanner'

const markup: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml', 'xml', 'svg', 'kml', 'gpx', 'xsd', 'xsl', 'rss'])
const escaped: ReadonlySet<string> = new Set(['json', 'jsonl', 'geojson', 'ipynb', 'js', 'ts', 'py', 'java', 'properties'])
const others: ReadonlySet<string> = new Set([
  'csv', 'tsv', 'md', 'markdown', 'log', 'ini', 'conf', 'cfg', 'yaml', 'yml', 'toml', 'tex', 'srt', 'vtt', 'ics', 'sql', 'css', 'bat', 'cmd', 'sh', 'ps1', 'c', 'h', 'cpp', 'cs', 'go', 'dat',
])

const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase()

/** By its name: whether the bytes are text then, reading them tells. */
export const isPlainFile = (name: string): boolean => [markup, escaped, others].some((extensions) => extensions.has(extensionOf(name)))

export const isDrawing = (name: string): boolean => extensionOf(name) === 'svg'

const inlineTag = /<\/?(?:a|b|code|em|font|i|mark|s|small|span|strong|sub|sup|tspan|u|wbr)(?:\s[^<>]*)?\/?>/gi

/** What is said without tags; looks (bold, a colour) part no word. */
const withoutTags = (text: string): string => decodeEntities(text.replace(inlineTag, '').replace(/<[^<>]*>/g, '\n')).replaceAll('&nbsp;', ' ')

const withoutEscapes = (text: string): string => text.replace(/\\u([\da-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replace(/\\[nrt]/g, '\n')

/** The text as it is, and as a program shows it where that is another. */
export const readingsOf = (name: string, text: string): string[] => {
  const extension = extensionOf(name)
  const shown = markup.has(extension) ? withoutTags(text) : escaped.has(extension) ? withoutEscapes(text) : text
  return shown === text ? [text] : [text, shown]
}
