/**
 * What came back of a masked content, with what masking took out put back, so that it can be merged with the original: nothing that
 * was masked counts as a change, and no mask gets into the place of what it hid.
 */
import { isKnownBlock, type Block } from '../body/blocks'
import { isKnownInline } from '../body/inlines'
import { mapBlocks } from '../body/mapBody'
import { normaliseBody } from '../body/normalise'
import { blockInlines, placedBlocks } from '../body/walk'
import type { RecordContent } from '../record'
import { rowCitations, withRowCitations } from '../rowCitations'
import { isSameJson } from '../sameJson'
import { changedBody } from './bodies'
import { createPutBack, type Mask } from './putBack'
import { createFilesPutBack, type MaskedFile } from './putBackFiles'
import { changeTexts } from './texts'

const normalised = (content: RecordContent): RecordContent => ({ ...content, body: normaliseBody(content.body) })

/** The revisions that the original's pins and citations named where the masked content names twins of them. */
const originalRevisions = (masked: RecordContent, original: RecordContent): Map<string, string> => {
  const then = new Map<string, string>()
  const note = (now: string | undefined, before: string | undefined): void => {
    if (now !== undefined && before !== undefined && now !== before) then.set(now, before)
  }
  for (const [index, link] of masked.links.entries()) {
    const own = original.links[index]
    if (own?.to === link.to && own.relation === link.relation) note(link.revisionId, own.revisionId)
  }
  const citationsOf = ({ body }: RecordContent) => [...placedBlocks(body)].flatMap(({ block }) =>
    (isKnownBlock(block) && block.type === 'quote' && block.citation ? [[block.id, block.citation] as const] : []))
  const cited = new Map(citationsOf(original))
  for (const [id, citation] of citationsOf(masked)) {
    const own = cited.get(id)
    if (own?.recordId === citation.recordId) note(citation.revisionId, own.revisionId)
  }
  const inCells = rowCitations(original)
  for (const [index, { citation, rowId, column }] of rowCitations(masked).entries()) {
    const own = inCells[index]
    if (own?.rowId === rowId && own.column === column && own.citation.recordId === citation.recordId) note(citation.revisionId, own.citation.revisionId)
  }
  return then
}

const withRevisions = (content: RecordContent, revisions: ReadonlyMap<string, string>): RecordContent => {
  const then = (revisionId: string): string => revisions.get(revisionId) ?? revisionId
  return {
    ...content, links: content.links.map((link) => (link.revisionId === undefined ? link : { ...link, revisionId: then(link.revisionId) })),
    fields: withRowCitations(content, ({ citation }) => (revisions.has(citation.revisionId) ? { ...citation, revisionId: then(citation.revisionId) } : citation)),
    body: mapBlocks(content.body, (block) => (isKnownBlock(block) && block.type === 'quote' && block.citation
      ? { ...block, citation: { ...block.citation, revisionId: then(block.citation.revisionId) } } : block)),
  }
}

/** The steps that were masked are those of the original again; those that came later stay. */
const withSteps = (content: RecordContent, masked: RecordContent, original: RecordContent): RecordContent => {
  const [now, then] = [masked.stageHistory ?? [], original.stageHistory ?? []]
  if (!content.stageHistory) return content
  return { ...content, stageHistory: content.stageHistory.map((step, index) => (isSameJson(step, now[index]) ? then[index] ?? step : step)) }
}

const isLine = (block: Block): boolean => block.type === 'paragraph' || block.type === 'heading' || block.type === 'listItem'

/** All that a line says, whatever its marks. */
const saysOf = (block: Block): unknown => {
  const texts: string[] = []
  changedBody({ version: 1, preamble: [block], sections: [] }, () => (text) => {
    texts.push(text)
    return []
  })
  const pictures = blockInlines(block).flatMap((inline) => (isKnownInline(inline) && inline.type === 'image' ? [inline.attachment] : []))
  return [{ ...block, inlines: [] }, texts, pictures]
}

/** Lines that say what the original says, under the same id, are the original's, with its marks. */
const linesAsBefore = (base: RecordContent, original: RecordContent): Map<string, { now: Block; then: Block }> => {
  const before = new Map([...placedBlocks(original.body)].map(({ block }) => [block.id, block]))
  return new Map([...placedBlocks(base.body)].flatMap(({ block }) => {
    const then = before.get(block.id)
    return then && isLine(block) && isLine(then) && isSameJson(saysOf(block), saysOf(then)) ? [[block.id, { now: block, then }] as const] : []
  }))
}

const withLines = (content: RecordContent, lines: ReturnType<typeof linesAsBefore>): RecordContent => ({
  ...content, body: mapBlocks(content.body, (block) => {
    const line = lines.get(block.id)
    return line && isSameJson(block, line.now) ? line.then : block
  }),
})

/**
 * The base and their side of a merge with the original (or what became of it here): `masked` is what was made of `original`, by `masks`
 * and `files`, and `theirs` what became of it elsewhere. A file that was left out is in both, as if it had come back.
 */
export const unmaskedPair = (
  masked: RecordContent, original: RecordContent, theirs: RecordContent, masks: readonly Mask[], files: readonly MaskedFile[],
): { base: RecordContent; theirs: RecordContent } => {
  const [then, withFiles, revisionOf] = [normalised(original), createFilesPutBack(normalised(original), files), originalRevisions(masked, original)]
  const led = (content: RecordContent): RecordContent => withRevisions(withFiles(normalised(withSteps(content, masked, original))), revisionOf)
  const start = led(masked)
  const putBack = createPutBack(start, then, masks)
  const restored = (content: RecordContent): RecordContent => normalised(changeTexts(content, putBack))
  const [base, other] = [restored(start), restored(led(theirs))]
  const lines = linesAsBefore(base, then)
  return { base: withLines(base, lines), theirs: withLines(other, lines) }
}
