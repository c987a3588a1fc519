/** The files of the original in the places of those that left instead of them: pictures that were cleaned, and files that stayed out. */
import { isKnownBlock, type Block } from '../body/blocks'
import type { Body } from '../body/body'
import { isKnownInline } from '../body/inlines'
import { mapBlocks, mapInlines } from '../body/mapBody'
import type { RecordContent } from '../record'

/** A file of the original, and its cleaned copy in the masked content, null where it was left out. Both by hash. */
export interface MaskedFile { from: string; to: string | null }

/** The original of each cleaned copy, where that is certain. */
const originalsOf = (original: RecordContent, files: readonly MaskedFile[]): Map<string, string> => {
  const own = new Set(original.attachments.map(({ sha256 }) => sha256))
  return new Map(files.flatMap(({ from, to }) => (to === null || own.has(to) || files.some((other) => other.to === to && other.from !== from) ? [] : [[to, from] as const])))
}

const withPictures = (body: Body, then: (sha256: string) => string): Body => mapInlines(
  mapBlocks(body, (block) => (isKnownBlock(block) && block.type === 'image' ? { ...block, attachment: then(block.attachment) } : block)),
  (inline) => (isKnownInline(inline) && inline.type === 'image' ? { ...inline, attachment: then(inline.attachment) } : inline),
)

/** What of the original's list is lost comes behind what it stood behind, as far as that is still there. */
const withLost = <T>(list: readonly T[], before: readonly T[], nameOf: (entry: T) => string, isLost: (entry: T) => boolean): T[] => {
  const next = [...list]
  for (const [index, entry] of before.entries()) {
    if (!isLost(entry) || next.some((each) => nameOf(each) === nameOf(entry))) continue
    const anchor = before.slice(0, index).findLast((each) => next.some((other) => nameOf(other) === nameOf(each)))
    next.splice(anchor === undefined ? 0 : next.findIndex((each) => nameOf(each) === nameOf(anchor)) + 1, 0, entry)
  }
  return next
}

const withFigures = (body: Body, before: Body, isOut: (sha256: string) => boolean): Body => {
  const isLost = (block: Block): boolean => isKnownBlock(block) && block.type === 'image' && isOut(block.attachment)
  const found = (blocks: readonly Block[], then: readonly Block[] = []): Block[] => withLost(blocks, then, ({ id }) => id, isLost)
  const sections = new Map(before.sections.map(({ id, blocks }) => [id, blocks]))
  return { ...body, preamble: found(body.preamble, before.preamble), sections: body.sections.map((section) => ({ ...section, blocks: found(section.blocks, sections.get(section.id)) })) }
}

/**
 * What is to be done with the masked content, and with what became of it: both name the original files again, and have those that were
 * left out, with the pictures of them that stood by themselves, where they were. Nobody who had none of them can have taken them out.
 */
export const createFilesPutBack = (original: RecordContent, files: readonly MaskedFile[]): ((content: RecordContent) => RecordContent) => {
  const originals = originalsOf(original, files)
  const out = new Set(files.flatMap(({ from, to }) => (to === null ? [from] : [])))
  const then = (sha256: string): string => originals.get(sha256) ?? sha256
  const isOut = (sha256: string): boolean => out.has(sha256)
  const sizes = new Map(original.attachments.map(({ sha256, size }) => [sha256, size]))
  const proofs = new Map((original.fields.results ?? []).map(({ id, evidence }) => [id, evidence]))
  return (content) => {
    const { results } = content.fields
    const led = content.attachments.map((file) => (originals.has(file.sha256) ? { ...file, sha256: then(file.sha256), size: sizes.get(then(file.sha256)) ?? file.size } : file))
    return {
      ...content, body: withFigures(withPictures(content.body, then), original.body, isOut),
      attachments: withLost(led, original.attachments, ({ sha256 }) => sha256, ({ sha256 }) => isOut(sha256)),
      fields: { ...content.fields, ...results && { results: results.map((row) => ({ ...row, evidence: withLost(row.evidence.map(then), proofs.get(row.id) ?? [], (sha256) => sha256, isOut) })) } },
    }
  }
}
