/** The product that a unit wants to take up. */
import { Button, Popover } from 'antd'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { usePinRecord } from '#renderer/features/find-record'
import { useNavigation } from '#renderer/ui/navigation'
import { quoted } from '#renderer/ui/quoted'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { RecordRow } from '#shared/contract/records'
import type { Citation } from '#shared/model/body/blocks'
import { focusSoon } from '../focusSoon'
import { RecordFinder } from './RecordFinder'
import styles from './records.module.css'

interface ProductCellProps { id: string; product: Citation | undefined; readOnly: boolean; onChange: (product: Citation | undefined) => void }

const isProduct = ({ type }: RecordRow): boolean => type === 'product'

export const ProductCell = ({ id, product, readOnly, onChange }: ProductCellProps) => {
  const { t } = useTranslation('meeting')
  const { openRecord } = useNavigation()
  const [isOpen, setIsOpen] = useState(false)
  useReturnFocus(isOpen)
  const { pin, isPinning } = usePinRecord((citation) => { setIsOpen(false); onChange(citation); focusSoon(id) }, t('records.notAdded'))
  if (product) {
    const name = product.title || product.number || t('untitled')
    return (
      <span className={styles.product}>
        <button id={id} type="button" className={styles.open} onClick={() => openRecord(product.recordId)}><TypeMark type="product" size={16} />{name}</button>
        {!readOnly && <button type="button" className={styles.drop} aria-label={t('records.remove', { title: quoted(name) })} onClick={() => { onChange(undefined); focusSoon(id) }}><X size={12} /></button>}
      </span>
    )
  }
  if (readOnly) return <span className={styles.product}>—</span>
  return (
    <Popover
      trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomLeft" destroyOnHidden
      content={<RecordFinder taken={[]} isOffered={isProduct} isPinning={isPinning} onPick={pin} />}
    >
      <Button id={id} type="text" size="small" icon={<Plus size={13} />}>{t('intentions.choose')}</Button>
    </Popover>
  )
}
