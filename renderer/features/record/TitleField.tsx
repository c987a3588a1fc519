/** The title while it is edited: one paragraph that looks as it reads. A title is never empty, nor longer than can be kept: such a one stays in the field and is not handed on. */
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TitleHint } from '#renderer/features/duplicates'
import { titleLimit } from '#shared/model/record'
import styles from './RecordHead.module.css'
import { isFresh } from './isFresh'
import type { RecordSession } from './session/recordSession'
import { useRefused } from './useRefused'

interface TitleFieldProps {
  session: RecordSession
  title: string
  /** Begins with the whole title selected. */
  selected: boolean
  /** Enter: a title has one line. */
  onDone: () => void
}

export const TitleField = ({ session, title, selected, onDone }: TitleFieldProps) => {
  const { t } = useTranslation(['record', 'common'])
  const field = useRef<HTMLTextAreaElement>(null)
  const why = useId()
  useEffect(() => { if (selected) field.current?.select() }, [selected])
  const [typed, setTyped] = useState(() => session.refusedText('title') ?? session.refusedText('titleLong'))
  /** What was typed last, also once the field was left: what is said of it stays. */
  const [asked, setAsked] = useState<string>()
  const shown = typed ?? title
  // One that came longer from elsewhere stays until it is written anew.
  const wrong = shown.trim() === '' ? 'titleMissing' : shown !== title && shown.trim().length > titleLimit ? 'titleLong' : undefined
  useRefused(session, 'title', wrong === 'titleMissing' ? shown : undefined)
  useRefused(session, 'titleLong', wrong === 'titleLong' ? shown : undefined)
  const type = (text: string): void => {
    const line = text.replace(/\s*\n\s*/g, ' ')
    setTyped(line)
    setAsked(line)
    if (line.trim() !== '' && line.trim().length <= titleLimit) session.change({ title: line.trim() })
  }
  return (
    <>
      <div className={styles.titleColumn}>
        <h1>
          <textarea
            ref={field} className={styles.titleField} dir="auto" rows={1} value={shown} aria-label={t('common:field.title')} aria-invalid={wrong !== undefined} aria-describedby={wrong && why} spellCheck={false}
            onChange={(event) => type(event.target.value)}
            onBlur={() => { if (!wrong) setTyped(undefined) }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              onDone()
            }}
          />
        </h1>
        {asked !== undefined && !wrong && isFresh(session.view().record) && <TitleHint id={session.view().record.id} typed={asked} />}
      </div>
      {wrong && <span id={why} className={styles.missing} role="alert">{t(wrong, { count: titleLimit })}</span>}
    </>
  )
}
