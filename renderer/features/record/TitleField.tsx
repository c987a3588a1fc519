/** The title while it is edited: one paragraph that looks as it reads. A title is never empty: an empty one stays in the field and is not handed on. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './RecordHead.module.css'
import type { RecordSession } from './session/recordSession'
import { useRefused } from './useRefused'

interface TitleFieldProps {
  session: RecordSession
  title: string
  /** Begins with the whole title selected. */
  selected: boolean
}

export const TitleField = ({ session, title, selected }: TitleFieldProps) => {
  const { t } = useTranslation(['record', 'common'])
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => { if (selected) field.current?.select() }, [selected])
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? title
  const isMissing = shown.trim() === ''
  useRefused(session, 'title', isMissing, t('putBack.title', { title }))
  const type = (text: string): void => {
    const line = text.replace(/\s*\n\s*/g, ' ')
    setTyped(line)
    if (line.trim() !== '') session.change({ title: line.trim() })
  }
  return (
    <>
      <h1 className={styles.heading}>
        <textarea
          ref={field} className={styles.titleField} rows={1} value={shown} aria-label={t('common:field.title')} aria-invalid={isMissing} spellCheck={false}
          onChange={(event) => type(event.target.value)}
          onBlur={() => { if (!isMissing) setTyped(undefined) }}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault() }}
        />
      </h1>
      {isMissing && <span className={styles.missing} role="alert">{t('titleMissing')}</span>}
    </>
  )
}
