/** Divides the participants into groups, the people of one unit spread over them. */
import { Button, InputNumber, Popover } from 'antd'
import { Users } from 'lucide-react'
import { useEffect, useRef, useState, type ComponentRef } from 'react'
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
  const number = useRef<ComponentRef<typeof InputNumber>>(null)
  // One that is opened again while it fades is not drawn anew.
  useEffect(() => { if (isOpen) number.current?.focus() }, [isOpen])
  const most = Math.max(1, people)
  const divide = (into: number): void => { setIsOpen(false); onDivide(into) }
  return (
    <Popover
      trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomRight" destroyOnHidden title={t('divide.title')}
      content={
        <div className={styles.divide}>
          <p>{t('divide.about')}</p>
          <label>{t('divide.count')}
            <InputNumber
              ref={number} autoFocus size="small" min={1} max={most} precision={0} controls={false} value={count} onChange={(next) => setChosen(next ?? undefined)} onFocus={({ target }) => target.select()}
              onPressEnter={({ currentTarget, nativeEvent }) => { const into = Math.round(Number(currentTarget.value)); if (!nativeEvent.isComposing) divide(into >= 1 ? Math.min(into, most) : count) }}
            />
          </label>
          <Button type="primary" size="small" onClick={() => divide(count)}>{t('divide.do')}</Button>
        </div>
      }
    >
      <Button size="small" icon={<Users size={14} />} disabled={people === 0}>{t('divide.open')}</Button>
    </Popover>
  )
}
