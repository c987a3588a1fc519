/** What leaves in the place of files: a content that refers to those instead. */
import { isKnownBlock } from '#shared/model/body/blocks'
import { mapBlocks, mapInlines } from '#shared/model/body/mapBody'
import { contentAttachments } from '#shared/model/body/walk'
import { isKnownInline } from '#shared/model/body/inlines'
import type { MeasuredResult, RecordContent } from '#shared/model/record'

/** A cleaned picture, `size` in bytes; null for a file that stays out. */
export type StandIn = { sha256: string; size: number } | null

/** By the hash of the file itself; a file that is not in it leaves as it is. */
export type StandIns = ReadonlyMap<string, StandIn>

/** Every file that a content names, each once. */
export const namedFiles = (content: RecordContent): string[] =>
  [...new Set([...contentAttachments(content), ...(content.fields.results ?? []).flatMap(({ evidence }) => evidence)])]

const ledResults = (results: readonly MeasuredResult[], led: (sha256: string) => string | undefined): MeasuredResult[] =>
  results.map((result) => ({ ...result, evidence: result.evidence.flatMap((sha256) => led(sha256) ?? []) }))

/** The very same where none of its files is replaced. A picture that stays out goes from the text. */
export const withStandIns = (content: RecordContent, standIns: StandIns): RecordContent => {
  if (!namedFiles(content).some((sha256) => standIns.has(sha256))) return content
  const led = (sha256: string): string | undefined => {
    const standIn = standIns.get(sha256)
    return standIn === undefined ? sha256 : standIn?.sha256
  }
  const figures = mapBlocks(content.body, (block) => {
    if (!isKnownBlock(block) || block.type !== 'image') return block
    const attachment = led(block.attachment)
    return attachment === undefined ? undefined : { ...block, attachment }
  })
  const body = mapInlines(figures, (inline) => {
    if (!isKnownInline(inline) || inline.type !== 'image') return inline
    const attachment = led(inline.attachment)
    return attachment === undefined ? undefined : { ...inline, attachment }
  })
  return {
    ...content, body,
    attachments: content.attachments.flatMap((file) => {
      const standIn = standIns.get(file.sha256)
      return standIn === undefined ? [file] : standIn === null ? [] : [{ ...file, ...standIn }]
    }),
    fields: content.fields.results ? { ...content.fields, results: ledResults(content.fields.results, led) } : content.fields,
  }
}
