/** Which facets stand beside a list. */
import { Button, Checkbox, Popover } from 'antd'
import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './FacetColumn.module.css'

interface FacetPickerProps {
  all: readonly string[]
  shown: readonly string[]
  nameOf: (facet: string) => string
  isChosen: boolean
  onChoose: (facets: string[]) => void
  onReset: () => void
}

export const FacetPicker = ({ all, shown, nameOf, isChosen, onChoose, onReset }: FacetPickerProps) => {
  const { t } = useTranslation('library-list')
  const [isOpen, setIsOpen] = useState(false)
  const toggle = (facet: string): void => { onChoose(all.filter((each) => (each === facet ? !shown.includes(facet) : shown.includes(each)))) }
  const picker = (
    <div className={styles.picker}>
      <div role="group" aria-label={t('facets.title')}>
        {all.map((facet) => <Checkbox key={facet} className={styles.value ?? ''} checked={shown.includes(facet)} onChange={() => { toggle(facet) }}>{nameOf(facet)}</Checkbox>)}
      </div>
      <Button block size="small" disabled={!isChosen} onClick={onReset}>{t('facets.reset')}</Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setIsOpen} title={t('facets.title')} content={picker} destroyOnHidden>
      <Button type="text" size="small" className={styles.pick ?? ''} icon={<SlidersHorizontal size={14} />} aria-label={t('facets.title')} aria-expanded={isOpen} title={t('facets.title')} />
    </Popover>
  )
}
