/** The box: what is typed, how much was found and how fast. What an input method has not committed yet is shown but not searched for. */
import { Input, type InputRef } from 'antd'
import { SearchIcon, Star } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode, type RefObject, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { Keycap } from '#renderer/ui/marks/Keycap'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { SearchAnswer } from '#shared/contract/search'
import styles from './SearchOverlay.module.css'

interface SearchBoxProps {
  input: RefObject<InputRef | null>
  text: string
  /** With where the caret then stands. */
  onText: (text: string, caret: number) => void
  onCaret: (caret: number) => void
  onKeyDown: (event: KeyboardEvent) => void
  answer: SearchAnswer | undefined
  /** The list boxes that the keys walk through, and the option that they are at. */
  listIds: string
  activeId: string | undefined
  /** What could not be read of the query. */
  problems: ReactNode
  problemsId: string
  isSaved: boolean
  /** Undefined where nothing can be saved. */
  onSave: (() => void) | undefined
}

const mostTyped = 1000

export const SearchBox = ({ input, text, onText, onCaret, onKeyDown, answer, listIds, activeId, problems, problemsId, isSaved, onSave }: SearchBoxProps) => {
  const { t } = useTranslation('search')
  const language = useLanguage()
  const [composing, setComposing] = useState<string>()
  const caretOf = ({ currentTarget }: SyntheticEvent<HTMLInputElement>): number => currentTarget.selectionEnd ?? currentTarget.value.length
  return (
    <div className={styles.box}>
      <SearchIcon size={18} className={styles.glass} aria-hidden="true" />
      <Input
        ref={input} variant="borderless" className={styles.input ?? ''} value={composing ?? text} placeholder={t('placeholder')} maxLength={mostTyped}
        role="combobox" aria-label={t('label')} aria-expanded={activeId !== undefined} aria-controls={listIds} aria-autocomplete="list" aria-activedescendant={activeId}
        aria-describedby={problemsId} autoComplete="off" spellCheck={false}
        onChange={(event) => { if (composing === undefined) onText(event.target.value, caretOf(event)); else setComposing(event.target.value) }}
        onCompositionStart={(event) => setComposing(event.currentTarget.value)}
        onCompositionEnd={(event) => { setComposing(undefined); onText(event.currentTarget.value, caretOf(event)) }}
        onSelect={(event) => { if (composing === undefined) onCaret(caretOf(event)) }}
        onKeyDown={onKeyDown}
      />
      <p id={problemsId} className={styles.problems} role="status">{problems}</p>
      {answer && (
        <span className={styles.figures} role="status">
          {t('found', { count: answer.total, shown: formatCount(answer.total, language) })}　{t('took', { ms: answer.tookMs < 1 ? '<1' : Math.round(answer.tookMs) })}
        </span>
      )}
      {onSave && text.trim() !== '' && (
        <button type="button" className={styles.star} aria-label={t('save.label')} title={t(isSaved ? 'save.isSaved' : 'save.label')} aria-pressed={isSaved} onClick={onSave}>
          <Star size={16} fill={isSaved ? 'currentColor' : 'none'} aria-hidden="true" />
        </button>
      )}
      <Keycap>Esc</Keycap>
    </div>
  )
}
