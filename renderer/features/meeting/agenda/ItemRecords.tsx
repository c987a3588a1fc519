/** The records of an item, each at the revision that is meant: more are found by what is typed; one is dragged, or taken by Alt+↑ and ↓, to another item. */
import { Button, Popover } from 'antd'
import { CircleAlert, Plus, X } from 'lucide-react'
import { useId, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { usePinRecord } from '#renderer/features/find-record'
import { useNavigation } from '#renderer/ui/navigation'
import { quoted } from '#renderer/ui/quoted'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { RecordRow } from '#shared/contract/records'
import type { Citation } from '#shared/model/body/blocks'
import { focusSoon } from '../focusSoon'
import { RecordFinder } from '../records/RecordFinder'
import styles from './agenda.module.css'

/** Neither a meeting nor an adoption is shown in one. */
const isShown = ({ type }: RecordRow): boolean => type !== 'meeting' && type !== 'adoption'

interface ItemRecordsProps {
  records: readonly Citation[]
  /** Titles of those that are not in the library. */
  missing: readonly string[] | undefined
  /** Undefined where nothing is edited. */
  onChange: ((records: Citation[]) => void) | undefined
  onDragStart: (event: DragEvent, recordId: string) => void
  /** To the item before or after. */
  onMove: (recordId: string, by: 1 | -1) => void
}

export const ItemRecords = ({ records, missing, onChange, onDragStart, onMove }: ItemRecordsProps) => {
  const { t } = useTranslation('meeting')
  const { openRecord } = useNavigation()
  const adder = useId()
  const [isOpen, setIsOpen] = useState(false)
  useReturnFocus(isOpen)
  const { pin, isPinning } = usePinRecord((citation) => { setIsOpen(false); onChange?.([...records, citation]) }, t('records.notAdded'))
  return (
    <div className={styles.records}>
      {records.map((citation, index) => {
        const { recordId, type, title = '', number = '' } = citation
        const name = title || number || t('untitled')
        return (
          <span key={`${recordId} ${String(index)}`} className={styles.record} draggable={onChange !== undefined} onDragStart={(event) => onDragStart(event, recordId)}>
            <button
              type="button" className={styles.open} title={t(onChange ? 'records.openOrMove' : 'records.open')} onClick={(event) => { event.stopPropagation(); openRecord(recordId) }}
              onKeyDown={(event) => {
                if (!onChange || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                event.stopPropagation()
                onMove(recordId, event.key === 'ArrowUp' ? -1 : 1)
              }}
            >
              {type && <TypeMark type={type} size={16} />}{name}
            </button>
            {missing?.includes(title) && <span className={styles.missing}><CircleAlert size={13} aria-hidden="true" />{t('records.missing')}</span>}
            {onChange && <button type="button" className={styles.drop} aria-label={t('records.remove', { title: quoted(name) })} onClick={(event) => { event.stopPropagation(); onChange(records.filter((_, place) => place !== index)); focusSoon(adder) }}><X size={12} /></button>}
          </span>
        )
      })}
      {onChange && (
        <Popover
          trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomLeft" destroyOnHidden
          content={<RecordFinder taken={records} isOffered={isShown} isPinning={isPinning} onPick={pin} />}
        >
          <Button id={adder} type="text" size="small" icon={<Plus size={13} />} onClick={(event) => event.stopPropagation()}>{t('records.add')}</Button>
        </Popover>
      )}
    </div>
  )
}
