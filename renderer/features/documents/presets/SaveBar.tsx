/** The foot of what is saved by hand: whether it is, and its buttons, on which the keys stay when there is nothing more for them to do. */
import { Button, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import styles from './presets.module.css'

/** One that is disabled would drop the keys as soon as it was pressed. */
export const StayingButton = ({ isIdle, onClick, ...props }: Omit<ButtonProps, 'disabled'> & { isIdle: boolean }) =>
  <Button {...props} aria-disabled={isIdle} {...!isIdle && onClick && { onClick }} />

interface SaveBarProps {
  isChanged: boolean
  isWhole: boolean
  readOnly: boolean
  /** `submittedAt` in milliseconds. */
  saving: { isPending: boolean; isSuccess: boolean; submittedAt: number }
  children?: ReactNode
  onUndo: () => void
  onSave: () => void
}

export const SaveBar = ({ isChanged, isWhole, readOnly, saving: { isPending, isSuccess, submittedAt }, children, onUndo, onSave }: SaveBarProps) => {
  const { t } = useTranslation(['documents', 'common'])
  const language = useLanguage()
  const state = (): string => {
    if (isPending) return t('common:save.saving')
    if (isChanged) return t(isWhole ? 'style.changed' : 'style.notWhole')
    return isSuccess ? t('common:save.saved', { time: new Date(submittedAt).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false }) }) : ''
  }
  return (
    <div className={styles.save}>
      <span className={styles.hint} role="status">{state()}</span>
      {children}
      <StayingButton isIdle={!isChanged} onClick={onUndo}>{t('style.undo')}</StayingButton>
      <StayingButton type="primary" isIdle={!isChanged || !isWhole || readOnly || isPending} onClick={onSave}>{t('style.save')}</StayingButton>
    </div>
  )
}
