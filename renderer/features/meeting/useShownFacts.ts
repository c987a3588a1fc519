/** Of what a meeting shows: what is restricted, which records are not in the library, and which pictures are too coarse to be projected. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { attachmentUrl } from '#renderer/client/files'
import { api } from '#renderer/client/queries'
import { isKnownBlock } from '#shared/model/body/blocks'
import { placedBlocks } from '#shared/model/body/walk'
import type { AgendaItem } from '#shared/model/meeting/agenda'
import type { RecordFile } from '#shared/model/record'
import type { ShownFacts } from './checks'

/** Pixels across that a projector shows sharply. */
const sharp = 1280
/** CSS pixels: what its author made narrower than this is small by intent. */
const wide = 480
const mostPictures = 120

interface Shown { recordId: string; blockId: string; title: string; sha256: string }

const picturesOf = ({ id, content }: RecordFile): Shown[] => [...placedBlocks(content.body)].flatMap(({ block }) => {
  if (!isKnownBlock(block) || block.type !== 'image' || (block.width !== undefined && block.width < wide)) return []
  return [{ recordId: id, blockId: block.id, title: content.title, sha256: block.attachment }]
})

/** How many pixels across a picture has; undefined for one that can not be read, which is told elsewhere. */
const widthOf = (sha256: string): Promise<number | null> => new Promise((resolve) => {
  const image = new Image()
  image.addEventListener('load', () => { resolve(image.naturalWidth) })
  image.addEventListener('error', () => { resolve(null) })
  image.src = attachmentUrl(sha256)
})

/** Drawings have no pixels. */
const isDrawing = ({ content }: RecordFile, sha256: string): boolean => content.attachments.some((each) => each.sha256 === sha256 && each.mediaType === 'image/svg+xml')

/** `id` is the meeting's. What is restricted or missing is told of what is saved. */
export const useShownFacts = (id: string, items: readonly AgendaItem[]): ShownFacts => {
  const figures = useQuery({ ...api.documents.meetingFigures.queryOptions({ input: { id } }), enabled: items.length > 0 }).data
  const ids = useMemo(() => [...new Set(items.flatMap(({ records }) => records.map(({ recordId }) => recordId)))].sort(), [items])
  const reading = useQueries({ queries: ids.map((recordId) => api.records.get.queryOptions({ input: { id: recordId }, retry: false })) })
  const records = reading.flatMap(({ data }) => data ?? [])
  const pictures = records.flatMap((record) => picturesOf(record).filter(({ sha256 }) => !isDrawing(record, sha256))).slice(0, mostPictures)
  const hashes = [...new Set(pictures.map(({ sha256 }) => sha256))]
  const measured = useQueries({ queries: hashes.map((sha256) => ({ queryKey: ['picture width', sha256], queryFn: () => widthOf(sha256), staleTime: Number.POSITIVE_INFINITY })) })
  const widths = new Map(hashes.map((sha256, index) => [sha256, measured[index]?.data]))
  const coarse = pictures.flatMap(({ sha256, ...picture }) => { const width = widths.get(sha256); return typeof width === 'number' && width < sharp ? [{ ...picture, width }] : [] })
  return {
    restricted: figures?.restricted,
    missing: figures?.missing.filter(({ itemId, title: gone }) => items.some((item) => item.id === itemId && item.records.some(({ title = '' }) => title === gone))),
    coarse: [...reading, ...measured].some(({ isPending }) => isPending) ? undefined : coarse,
  }
}
