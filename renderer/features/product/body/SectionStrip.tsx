/** The sections of a product in one line: which are filled, which a release still waits for, and where one is. */
import { Button, Dropdown } from 'antd'
import { Check, ChevronDown, CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { productField, productParts, type ProductPart } from '../parts'
import styles from './SectionStrip.module.css'
import type { StripItem } from './sectionStrip'

interface SectionStripProps {
  items: readonly StripItem[]
  current: string | undefined
  onGo: (item: StripItem) => void
  onPart: (part: ProductPart) => void
}

const Mark = ({ state }: { state: StripItem['state'] }) => {
  const { t } = useTranslation('product')
  if (state === 'filled') return <Check size={13} className={styles.filled} role="img" aria-label={t('strip.filled')} />
  return state === 'missing' ? <CircleAlert size={13} className={styles.missing} role="img" aria-label={t('strip.missing')} /> : null
}

export const SectionStrip = ({ items, current, onGo, onPart }: SectionStripProps) => {
  const { t } = useTranslation(['product', 'record'])
  const language = useLanguage()
  return (
    <nav className={styles.strip} aria-label={t('strip.label')}>
      <span className={styles.label} aria-hidden="true">{t('strip.label')}</span>
      <ol className={styles.list}>
        {items.map((item) => (
          <li key={item.sectionId ?? item.key}>
            <button type="button" className={styles.item} data-state={item.state} aria-current={item.sectionId !== undefined && item.sectionId === current ? 'location' : undefined} onClick={() => onGo(item)}>
              <Mark state={item.state} />{item.title || t('record:outline.untitled')}
            </button>
          </li>
        ))}
      </ol>
      <Dropdown trigger={['click']} placement="bottomRight" menu={{ items: productParts.map((part) => ({ key: part, label: productField(part)?.title[language], onClick: () => onPart(part) })) }}>
        <Button type="text" size="small" className={styles.tables ?? ''} aria-haspopup="menu">{t('strip.tables')}<ChevronDown size={13} aria-hidden="true" /></Button>
      </Dropdown>
    </nav>
  )
}
