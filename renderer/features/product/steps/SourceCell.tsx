/** How many passages a step comes from, and the way to each. */
import { Popover } from 'antd'
import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CitationLine } from '#renderer/ui/marks/CitationLine'
import { useNavigation } from '#renderer/ui/navigation'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { Citation } from '#shared/model/body/blocks'
import styles from './steps.module.css'

interface SourceCellProps {
  id?: string
  sources: readonly Citation[]
  label: string
  /** Undefined where nothing is edited. */
  onChange?: (sources: Citation[]) => void
}

export const SourceCell = ({ id, sources, label, onChange }: SourceCellProps) => {
  const { t } = useTranslation('product')
  const { openRecord } = useNavigation()
  const [isOpen, setIsOpen] = useState(false)
  useReturnFocus(isOpen)
  const citations = useRef<HTMLUListElement>(null)
  if (sources.length === 0) return <span className={styles.none}>—</span>
  const open = ({ recordId, sectionId, blockId }: Citation): void => {
    setIsOpen(false)
    openRecord(recordId, { ...sectionId !== undefined && { sectionId }, ...blockId !== undefined && { blockId } })
  }
  const list = (
    <ul ref={citations} className={styles.citations}>
      {sources.map((citation, index) => (
        <li key={index}>
          <CitationLine citation={citation} isMissing={false} onOpen={() => open(citation)} />
          {onChange && (
            <button type="button" className={styles.drop} aria-label={t('steps.sources.remove', { title: citation.title ?? '' })} onClick={() => { setIsOpen(sources.length > 1); onChange(sources.filter((_, place) => place !== index)) }}>
              <X size={13} />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <Popover
      trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomRight" destroyOnHidden title={t('steps.sources.title')} content={list}
      // It stands at the end of the page: the keys would not come to it by themselves.
      afterOpenChange={(shown) => { if (shown) citations.current?.querySelector('button')?.focus() }}
    >
      <button id={id} type="button" className={styles.count} aria-expanded={isOpen} aria-label={t('steps.sources.show', { label, count: sources.length })}>{sources.length}</button>
    </Popover>
  )
}
