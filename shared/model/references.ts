/** What a record refers to, each with its place: links, mentions in its text, citations, proofs of results, pictures; and changing one of them. */
import { z } from 'zod'
import { isKnownBlock, type Block } from './body/blocks'
import { isKnownInline, type Inline } from './body/inlines'
import { mapBlocks, mapInlines } from './body/mapBody'
import { blockInlines, placedBlocks } from './body/walk'
import { BlockId, Sha256, Uuid } from './ids'
import { Relation, type RecordContent } from './record'
import { rowCitations, withRowCitations } from './rowCitations'

/** One reference, told apart from the others of its record by what it says: it is found again after other edits. */
export const Reference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), to: Uuid, relation: Relation, revisionId: Sha256.nullable() }),
  z.object({ kind: z.literal('mention'), blockId: BlockId, to: Uuid, text: z.string() }),
  z.object({ kind: z.literal('citation'), blockId: BlockId, to: Uuid, revisionId: Sha256, text: z.string() }),
  /** A citation in a cell of a table among the fields. */
  z.object({ kind: z.literal('cellCitation'), field: z.string(), rowId: BlockId, column: z.string(), to: Uuid, revisionId: Sha256, text: z.string() }),
  z.object({ kind: z.literal('evidence'), resultId: BlockId, sha256: Sha256, text: z.string() }),
  z.object({ kind: z.literal('picture'), blockId: BlockId, sha256: Sha256, text: z.string() }),
])
export type Reference = z.infer<typeof Reference>

/** `place` is where it was cited: a section and a block of the revision that is cited. */
export interface PlacedReference { reference: Reference; sectionTitle: string; place?: { sectionId: string | undefined; blockId: string | undefined } }

const ofInline = (inline: Inline, blockId: string): Reference[] => {
  if (!isKnownInline(inline)) return []
  if (inline.type === 'recordLink') return [{ kind: 'mention', blockId, to: inline.recordId, text: inline.text }]
  return inline.type === 'image' ? [{ kind: 'picture', blockId, sha256: inline.attachment, text: inline.alt }] : []
}

const ofBlock = (block: Block, sectionTitle: string): PlacedReference[] => {
  if (!isKnownBlock(block)) return []
  if (block.type === 'image') return [{ sectionTitle, reference: { kind: 'picture', blockId: block.id, sha256: block.attachment, text: block.caption ?? block.alt } }]
  if (block.type === 'quote' && block.citation) {
    const { recordId: to, revisionId, title = '', sectionId, blockId } = block.citation
    return [{ sectionTitle, reference: { kind: 'citation', blockId: block.id, to, revisionId, text: title }, place: { sectionId, blockId } }]
  }
  return blockInlines(block).flatMap((inline) => ofInline(inline, block.id)).map((reference) => ({ sectionTitle, reference }))
}

export const referencesIn = ({ type, links, fields, body }: Pick<RecordContent, 'type' | 'links' | 'fields' | 'body'>): PlacedReference[] => [
  ...links.map(({ to, relation, revisionId = null }): PlacedReference => ({ sectionTitle: '', reference: { kind: 'link', to, relation, revisionId } })),
  ...(fields.results ?? []).flatMap(({ id, indicator, evidence }) =>
    evidence.map((sha256): PlacedReference => ({ sectionTitle: '', reference: { kind: 'evidence', resultId: id, sha256, text: indicator } }))),
  ...rowCitations({ type, fields }).map(({ citation: { recordId: to, revisionId, title = '', sectionId, blockId }, field, rowId, column }): PlacedReference =>
    ({ sectionTitle: '', reference: { kind: 'cellCitation', field, rowId, column, to, revisionId, text: title }, place: { sectionId, blockId } })),
  ...[...placedBlocks(body)].flatMap(({ block, section }) => ofBlock(block, section?.title ?? '')),
]

type Link = RecordContent['links'][number]

const isLink = (link: Link, { to, relation, revisionId }: Extract<Reference, { kind: 'link' }>): boolean =>
  link.to === to && link.relation === relation && (link.revisionId ?? null) === revisionId

const changedLinks = (links: readonly Link[], reference: Extract<Reference, { kind: 'link' }>, to: string | null): Link[] => {
  const isThere = links.some((link) => link.to === to && link.relation === reference.relation)
  return links.flatMap((link) => {
    if (!isLink(link, reference)) return [link]
    const { revisionId: _pinned, ...rest } = link
    return to === null || isThere ? [] : [{ ...rest, to }]
  })
}

const withoutCitation = (block: Block): Block => {
  if (!isKnownBlock(block) || block.type !== 'quote') return block
  const { citation: _citation, ...rest } = block
  return rest
}

/**
 * A content in which a reference leads to another record, or (`to` null) is gone: a mention becomes plain text, a quote stays without its
 * citation, a picture goes. Citations, proofs and pictures can't lead elsewhere: they are left as they are. What is not there changes nothing.
 */
export const withReference = (content: RecordContent, reference: Reference, to: string | null): RecordContent => {
  const { body } = content
  switch (reference.kind) {
    case 'link': return { ...content, links: changedLinks(content.links, reference, to) }
    case 'mention': return {
      ...content, body: mapInlines(body, (inline, blockId) => {
        if (blockId !== reference.blockId || !isKnownInline(inline) || inline.type !== 'recordLink' || inline.recordId !== reference.to) return inline
        return to === null ? { type: 'text', text: inline.text } : { ...inline, recordId: to }
      }),
    }
    case 'citation': return to !== null ? content : { ...content, body: mapBlocks(body, (block) => (block.id === reference.blockId ? withoutCitation(block) : block)) }
    case 'cellCitation': return to !== null ? content : {
      ...content, fields: withRowCitations(content, ({ citation, field, rowId, column }) => (field === reference.field && rowId === reference.rowId && column === reference.column
        && citation.recordId === reference.to && citation.revisionId === reference.revisionId ? undefined : citation)),
    }
    case 'evidence': return to !== null || !content.fields.results ? content : {
      ...content, fields: { ...content.fields, results: content.fields.results.map((result) => (result.id === reference.resultId ? { ...result, evidence: result.evidence.filter((sha256) => sha256 !== reference.sha256) } : result)) },
    }
    case 'picture': return to !== null ? content : {
      ...content, body: mapInlines(
        mapBlocks(body, (block) => (block.id === reference.blockId && isKnownBlock(block) && block.type === 'image' ? undefined : block)),
        (inline, blockId) => (blockId === reference.blockId && isKnownInline(inline) && inline.type === 'image' && inline.attachment === reference.sha256 ? undefined : inline),
      ),
    }
  }
}
