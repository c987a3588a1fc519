/** What every part of the reading view needs from its surroundings. */
import { createContext, useContext, type HTMLAttributes } from 'react'
import type { Inline } from '#shared/model/body/inlines'
import type { InlinePart } from '#shared/model/difference/texts'
import type { OpenRecordAt } from '../openRecordAt'
import type { RecordSource } from '../records/recordSource'

/** What the surroundings add to the element of a block, such as a way for the keyboard to reach it. */
export type BlockPropsOf = (blockId: string) => (HTMLAttributes<HTMLElement> & Record<`data-${string}`, string | undefined>) | undefined

/** Lines that are shown in parts, what was removed from or added to them marked: by the very array of a block of the body. */
export type LinesInParts = ReadonlyMap<readonly Inline[], readonly InlinePart[]>

export interface BodyViewContext {
  attachmentUrl: (sha256: string) => string
  onOpenRecord: OpenRecordAt
  missingRecords: ReadonlySet<string>
  records: RecordSource | undefined
  blockProps: BlockPropsOf | undefined
  linesInParts: LinesInParts | undefined
  /** Finds the words to mark; undefined when there are none. */
  highlight: RegExp | undefined
  /** The number of each footnote by its id. */
  footnotes: ReadonlyMap<string, number>
}

const ViewContext = createContext<BodyViewContext | undefined>(undefined)

export const ViewContextProvider = ViewContext.Provider

export const useBodyView = (): BodyViewContext => {
  const context = useContext(ViewContext)
  if (!context) throw new Error('useBodyView outside BodyView')
  return context
}

/** The attributes of a block's element: the id by which it is found, and what the surroundings add. */
export const useBlockElement = (): ((blockId: string) => HTMLAttributes<HTMLElement>) => {
  const { blockProps } = useBodyView()
  return (blockId) => ({ ...blockProps?.(blockId), id: `block-${blockId}` })
}
