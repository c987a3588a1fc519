/** Divides the participants into groups, the people of one unit spread over them. */
import { Button, InputNumber, Popover } from 'antd'
import { Users } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import styles from './people.module.css'

interface DivideButtonProps { people: number; before: number; onDivide: (count: number) => void }

const usual = 5

export const DivideButton = ({ people, before, onDivide }: DivideButtonProps) => {
  const { t } = useTranslation('meeting')
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<number>()
  const count = chosen ?? (before > 0 ? before : Math.min(usual, people))
  useReturnFocus(isOpen)
  return (
    <Popover
      trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomRight" destroyOnHidden title={t('divide.title')}
      content={
        <div className={styles.divide}>
          <p>{t('divide.about')}</p>
          <label>{t('divide.count')}<InputNumber size="small" min={1} max={Math.max(1, people)} precision={0} value={count} onChange={(next) => setChosen(next ?? undefined)} /></label>
          <Button type="primary" size="small" onClick={() => { setIsOpen(false); onDivide(count) }}>{t('divide.do')}</Button>
        </div>
      }
    >
      <Button size="small" icon={<Users size={14} />} disabled={people === 0}>{t('divide.open')}</Button>
    </Popover>
  )
}
