/** Asks for the name of a saved search: Enter takes it, Esc leaves all as it was. */
import { Button, Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './keep.module.css'

interface NameFormProps {
  name: string
  /** What the button says. */
  action: string
  isBusy: boolean
  onName: (name: string) => void
  onCancel: () => void
}

const longest = 100

export const NameForm = ({ name: first, action, isBusy, onName, onCancel }: NameFormProps) => {
  const { t } = useTranslation(['search', 'common'])
  const [name, setName] = useState(first.slice(0, longest))
  const pressed = (event: KeyboardEvent): void => {
    // The dialog closes by the same key.
    event.stopPropagation()
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) onCancel()
  }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') onName(name.trim()) }} onKeyDown={pressed}>
      <Input size="small" autoFocus className={styles.name ?? ''} aria-label={t('save.name')} maxLength={longest} value={name} onChange={(event) => setName(event.target.value)} onFocus={(event) => event.target.select()} />
      <Button size="small" type="primary" htmlType="submit" loading={isBusy} disabled={name.trim() === ''}>{action}</Button>
      <Button size="small" onClick={onCancel}>{t('common:cancel')}</Button>
    </form>
  )
}
