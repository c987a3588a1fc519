/** The box: what is typed, how much was found and how fast. What an input method has not committed yet is shown but not searched for. */
import { Input, type InputRef } from 'antd'
import { SearchIcon } from 'lucide-react'
import { useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { SearchAnswer } from '#shared/contract/search'
import styles from './SearchOverlay.module.css'

interface SearchBoxProps {
  input: RefObject<InputRef | null>
  text: string
  onText: (text: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  answer: SearchAnswer | undefined
  listId: string
  activeId: string | undefined
}

export const SearchBox = ({ input, text, onText, onKeyDown, answer, listId, activeId }: SearchBoxProps) => {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const [composing, setComposing] = useState<string>()
  return (
    <div className={styles.box}>
      <SearchIcon size={18} className={styles.glass} aria-hidden="true" />
      <Input
        ref={input} variant="borderless" className={styles.input ?? ''} value={composing ?? text} placeholder={t('placeholder')} maxLength={1000}
        role="combobox" aria-label={t('label')} aria-expanded={activeId !== undefined} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={activeId}
        autoComplete="off" spellCheck={false}
        onChange={(event) => { if (composing === undefined) onText(event.target.value); else setComposing(event.target.value) }}
        onCompositionStart={(event) => setComposing(event.currentTarget.value)}
        onCompositionEnd={(event) => { setComposing(undefined); onText(event.currentTarget.value) }}
        onKeyDown={onKeyDown}
      />
      {answer && (
        <span className={styles.figures} role="status">
          {t('found', { count: answer.total, shown: formatCount(answer.total, language) })}　{t('took', { ms: answer.tookMs < 1 ? '<1' : Math.round(answer.tookMs) })}
        </span>
      )}
      <Keycap>Esc</Keycap>
    </div>
  )
}
