/** Says that the body was written by hand, with the ways to go on writing and to take that back. */
import { PencilLine } from 'lucide-react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './record.module.css'

export const HandBodyDone = ({ onChange, onDrop }: { onChange: () => void; onDrop: () => void }) => {
  const { t } = useTranslation('packages')
  return (
    <div className={styles.handBar} role="status">
      <PencilLine size={16} aria-hidden="true" />
      <p><strong>{t('hand.bodyDone')}</strong>{t('hand.bodyDoneText')}</p>
      <Button onClick={onChange}>{t('hand.change')}</Button>
      <Button onClick={onDrop}>{t('hand.drop')}</Button>
    </div>
  )
}
