/** A link to another record, with a card about it. One that is not in this library says so and leads nowhere. */
import { Popover } from 'antd'
import { FileText, FileX2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import bodyCss from '../body.module.css'
import { RecordCard } from './RecordCard'
import type { RecordSource } from './recordSource'

interface RecordLinkProps {
  recordId: string
  isMissing: boolean
  /** Undefined where nothing can be asked about other records. */
  source: RecordSource | undefined
  onOpen: () => void
  /** The caret of the editor stands on it. */
  isSelected?: boolean
  children: ReactNode
}

const delaySeconds = 0.25

export const RecordLink = ({ recordId, isMissing, source, onOpen, isSelected = false, children }: RecordLinkProps) => {
  const [isPointed, setIsPointed] = useState(false)
  const Icon = isMissing ? FileX2 : FileText
  const link = (
    <button
      type="button" className={`${bodyCss.recordLink} ${isMissing ? bodyCss.missingRecord : ''} ${isSelected ? bodyCss.selectedLink : ''}`}
      onClick={() => { if (!isMissing) onOpen() }}
    >
      <Icon size={14} aria-hidden /><bdi>{children}</bdi>
    </button>
  )
  if (!source) return link
  return (
    <Popover
      trigger={['hover', 'focus']} placement="bottomLeft" arrow={false} mouseEnterDelay={delaySeconds} open={isPointed || isSelected} onOpenChange={setIsPointed} destroyOnHidden
      content={<RecordCard recordId={recordId} source={source} />}
    >
      {link}
    </Popover>
  )
}
