/** A new passphrase, typed twice, with how hard it is to guess. Answers it once both are the same and it is long enough, else nothing. */
import { Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { strengthOf } from './strength'
import styles from './keys.module.css'

interface PassphraseFieldsProps { onChange: (passphrase: string) => void; autoFocus?: boolean }

export const PassphraseFields = ({ onChange, autoFocus = false }: PassphraseFieldsProps) => {
  const { t } = useTranslation('keys')
  const id = useId()
  const [typed, setTyped] = useState({ first: '', second: '' })
  const strength = strengthOf(typed.first)
  const differs = typed.second !== '' && typed.second !== typed.first
  const change = (next: typeof typed): void => {
    setTyped(next)
    onChange(next.first === next.second && strengthOf(next.first) !== 'short' ? next.first : '')
  }
  return (
    <div className={styles.fields}>
      <label htmlFor={`${id}-first`}>{t('passphrase.first')}</label>
      <Input.Password
        id={`${id}-first`} autoFocus={autoFocus} autoComplete="new-password" maxLength={500} value={typed.first} aria-describedby={`${id}-strength`}
        onChange={(event) => { change({ ...typed, first: event.target.value }) }}
      />
      <p id={`${id}-strength`} className={styles.strength} data-strength={typed.first === '' ? 'none' : strength}>{t(`passphrase.strength.${typed.first === '' ? 'none' : strength}`)}</p>
      <label htmlFor={`${id}-second`}>{t('passphrase.second')}</label>
      <Input.Password
        id={`${id}-second`} autoComplete="new-password" maxLength={500} value={typed.second} status={differs ? 'error' : ''} aria-describedby={`${id}-same`}
        onChange={(event) => { change({ ...typed, second: event.target.value }) }}
      />
      <p id={`${id}-same`} className={styles.differs} role="status">{differs ? t('passphrase.differs') : ''}</p>
    </div>
  )
}
