/** The completions in a row above the results, the commonest first: a list box whose active option follows the keys of the search box. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Completion } from './completion'
import styles from './CompletionRow.module.css'

interface CompletionRowProps {
  id: string
  list: readonly Completion[]
  active: number | undefined
  onAccept: (completion: Completion) => void
}

export const CompletionRow = ({ id, list, active, onAccept }: CompletionRowProps) => {
  const { t } = useTranslation('search')
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => { row.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }) }, [active])
  if (list.length === 0) return <div className={styles.row} />
  return (
    <div ref={row} id={id} role="listbox" aria-label={t('completions')} aria-orientation="horizontal" className={styles.row}>
      {list.map((completion, index) => (
        <div
          key={completion.insert} id={`${id}-${index}`} role="option" aria-selected={index === active} className={styles.completion}
          onMouseDown={(event) => event.preventDefault()} onClick={() => onAccept(completion)}
        >
          {completion.label}{completion.about !== '' && <span className={styles.about}>{completion.about}</span>}
        </div>
      ))}
    </div>
  )
}
