/** Leading what a content cites and pins to other revisions of the same records. */
import { isKnownBlock } from '#shared/model/body/blocks'
import { mapBlocks } from '#shared/model/body/mapBody'
import { pinnedRevisions, type PinnedRevision } from '#shared/model/gates'
import type { RecordContent } from '#shared/model/record'
import { withRowCitations } from '#shared/model/rowCitations'

/** `led` answers the revision to lead to, undefined for a pin that stays. The very same content where all of them do. */
export const withPinsLed = (content: RecordContent, led: (pin: PinnedRevision) => string | undefined): RecordContent => {
  if (!pinnedRevisions(content).some((pin) => led(pin) !== undefined)) return content
  return {
    ...content,
    links: content.links.map((link) => {
      const revisionId = link.revisionId === undefined ? undefined : led({ recordId: link.to, revisionId: link.revisionId })
      return revisionId === undefined ? link : { ...link, revisionId }
    }),
    fields: withRowCitations(content, ({ citation }) => {
      const revisionId = led(citation)
      return revisionId === undefined ? citation : { ...citation, revisionId }
    }),
    body: mapBlocks(content.body, (block) => {
      if (!isKnownBlock(block) || block.type !== 'quote' || !block.citation) return block
      const revisionId = led(block.citation)
      return revisionId === undefined ? block : { ...block, citation: { ...block.citation, revisionId } }
    }),
  }
}
