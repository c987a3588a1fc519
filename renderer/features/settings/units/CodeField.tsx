/** A unit's code: capital letters and digits, taken on Enter and on leaving. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Word } from '#shared/contract/vocabularies'
import words from '../words/words.module.css'

interface CodeFieldProps { unit: Word; onCode: (code: string) => Promise<boolean> }

export const CodeField = ({ unit: { name, code }, onCode }: CodeFieldProps) => {
  const { t } = useTranslation('settings')
  const [typed, setTyped] = useState(code)
  const fresh = typed.trim().toUpperCase()
  const isFit = /^[A-Z0-9]{0,12}$/.test(fresh)
  const take = async (): Promise<void> => { if (isFit && fresh !== code && !await onCode(fresh)) setTyped(code) }
  return (
    <>
      <Input
        size="small" maxLength={12} aria-label={t('units.codeOf', { name })} placeholder={t('units.codeExample')} value={typed} {...!isFit && { status: 'error' }} aria-invalid={!isFit}
        onChange={(event) => { setTyped(event.target.value) }} onBlur={() => void take()} onPressEnter={() => void take()}
      />
      {!isFit && <p className={words.hint} role="alert">{t('units.codeUnfit')}</p>}
    </>
  )
}
