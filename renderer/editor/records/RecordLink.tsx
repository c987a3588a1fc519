/**
 * A link to another record, with a card about it. One that is not in this library says so and leads nowhere. It is no `button`, which is a box
 * of its own in a line: the line could break before the 。 behind it, and a long title could not go on in the next line.
 */
import { Popover } from 'antd'
import { FileText, FileX2 } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { tellingCard } from '#renderer/ui/openOverlay'
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
  const open = (): void => { if (!isMissing) onOpen() }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    open()
  }
  const link = (
    <span
      role="button" tabIndex={0} className={`${bodyCss.recordLink} ${isMissing ? bodyCss.missingRecord : ''} ${isSelected ? bodyCss.selectedLink : ''}`}
      onClick={open} onKeyDown={pressed}
    >
      <Icon size={14} aria-hidden /><bdi>{children}</bdi>
    </span>
  )
  if (!source) return link
  return (
    <Popover
      rootClassName={tellingCard}
      trigger={['hover', 'focus']} placement="bottomLeft" arrow={false} mouseEnterDelay={delaySeconds} open={isPointed || isSelected} onOpenChange={setIsPointed} destroyOnHidden
      content={<RecordCard recordId={recordId} source={source} />}
    >
      {link}
    </Popover>
  )
}
