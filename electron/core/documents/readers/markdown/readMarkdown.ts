/** Reads a Markdown file: a record that the app wrote, or notes of another program. What it is, is told by its front matter. */
import { dirname, extname, resolve } from 'node:path'
import { isKnownBlock } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import type { Inline } from '#shared/model/body/inlines'
import { bodyAttachments, bodyPieces, placedBlocks } from '#shared/model/body/walk'
import type { LibraryType } from '#shared/model/recordTypes'
import { pathOfAddress } from '../../writers/markdown/form'
import { ReadFailure, type OwnRecord, type ReadDocument } from '../readDocument'
import { decodeText } from '../text/plainText'
import { damaged, readWhole } from '../wholeFile'
import { besideScheme, type ReadContext } from './context'
import { markdownLimit } from './head'
import { noteFileInside } from './insideFolder'
import { readNotes } from './notes'
import { isOwn, readOwn } from './ownRecord'
import { parseMarkdown, type ParsedMarkdown } from './parse'
import { findPictures, withHashes } from './pictures'
import { isEndless } from './shape'

const countsOf = (body: Body): ReadDocument['counts'] => ({
  tables: [...placedBlocks(body)].filter(({ block }) => isKnownBlock(block) && block.type === 'table').length, pictures: bodyAttachments(body).length,
})

/** A picture of ours is known by its path or, where it was missing already, by its name. */
const ownHashes = ({ files }: OwnRecord): ((address: string) => string | undefined) => {
  const byPath = new Map(files.map(({ path, sha256 }) => [path, sha256]))
  return (address) => byPath.get(pathOfAddress(address)) ?? /^missing\/([0-9a-f]{64})$/.exec(address)?.[1]
}

const ownDocument = (context: ReadContext, parsed: ParsedMarkdown): ReadDocument => {
  const own = readOwn(context, parsed)
  const lost = bodyAttachments(own.content.body).filter((address) => ownHashes(own)(address) === undefined).length
  const body = withHashes(own.content.body, ownHashes(own))
  const { title, summary, unit, team, authors, field, place, date, confidentiality } = own.content
  return {
    title, summary, unit, team, authors, field, place, date, confidentiality, body, pictures: [], counts: countsOf(body),
    warnings: lost > 0 ? [{ code: 'picture_missing', count: lost, detail: '' }] : [], own: { ...own, content: { ...own.content, body } },
  }
}

const isNote = (address: string): boolean => ['.md', '.markdown', ''].includes(extname(address).toLowerCase())

const notesDocument = async (context: ReadContext, parsed: ParsedMarkdown, linked: ReadonlySet<string>, path: string, root: string, type: LibraryType): Promise<ReadDocument> => {
  const find = async (address: string): Promise<string | undefined> => noteFileInside(root, path, address)
  const read = readNotes(context, parsed, type, path)
  const { body, pictures, warnings } = await findPictures(read.body, find)
  if (pictures.length === 0 && bodyPieces(body).length === 0 && !parsed.root.children.some((node) => node.type === 'heading')) throw new ReadFailure({ code: 'no_text', detail: '' })
  const files = await Promise.all([...linked].map(find))
  return { ...read, body, pictures, counts: countsOf(body), warnings: [...read.warnings, ...warnings], files: [...new Set(files.flatMap((file) => file ?? []))] }
}

/** `root` is the folder that was imported: nothing outside it is read. Rejects with ReadFailure for a file that can't become a record. */
export const readMarkdown = async (path: string, type: LibraryType, root: string): Promise<ReadDocument> => {
  const bytes = await readWhole(path)
  if (bytes.length > markdownLimit) throw new ReadFailure({ code: 'too_large', detail: `${bytes.length} bytes` })
  const text = decodeText(bytes)
  if (text === undefined) throw new ReadFailure({ code: 'damaged', detail: 'not text in UTF-8, UTF-16 or GB 18030' })
  if (text.trim() === '') throw new ReadFailure({ code: 'empty', detail: '' })
  if (isEndless(text)) throw new ReadFailure({ code: 'damaged', detail: 'nested without end' })
  try {
    const parsed = parseMarkdown(text)
    const linked = new Set<string>()
    const context: ReadContext = {
      isOwn: isOwn(parsed.said), definitions: parsed.definitions, notes: parsed.notes,
      fileLink: (address, inside): Inline[] => {
        const target = pathOfAddress(address.replace(/#.*$/s, ''))
        const texts = inside.flatMap((inline) => (inline.type === 'text' ? [{ ...inline, type: 'text' as const, text: String(inline.text) }] : []))
        if (!isNote(target)) { linked.add(target); return inside }
        return [{ type: 'link', href: `${besideScheme}${resolve(dirname(path), target)}`, inlines: texts }]
      },
    }
    return context.isOwn ? ownDocument(context, parsed) : await notesDocument(context, parsed, linked, path, root, type)
  } catch (error) {
    // Nested without end.
    throw error instanceof RangeError ? damaged(error) : error
  }
}
