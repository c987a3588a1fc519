/** The head of a group in a list: its name, how many records it has, and the way to fold it or select it. */
import { Button } from 'antd'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { Place } from './layout'
import styles from './RecordTable.module.css'

interface GroupHeadProps {
  place: Extract<Place, { kind: 'group' }>
  onFold: (value: string, isFolded: boolean) => void
  /** Where records can be selected. */
  onSelect: (() => void) | undefined
}

export const GroupHead = ({ place: { group: { value, level, total }, isFolded, name }, onFold, onSelect }: GroupHeadProps) => {
  const { t } = useTranslation('library-list')
  const language = useLanguage()
  const Icon = isFolded ? ChevronRight : ChevronDown
  return (
    <span className={styles.groupHead} style={{ paddingInlineStart: level * 20 }} onClick={(event) => { event.stopPropagation() }}>
      <button type="button" className={styles.groupName} tabIndex={-1} title={name} onClick={() => { onFold(value, !isFolded) }}>
        <Icon size={15} aria-hidden="true" /><span>{name}</span>
      </button>
      <span className={styles.groupCount}>{formatCount(total, language)}</span>
      {onSelect && <Button type="text" size="small" tabIndex={-1} onClick={onSelect}>{t('group.select')}</Button>}
    </span>
  )
}
