/** The body of a record in the product's editor, to be made of both sides by hand. */
import { PencilLine } from 'lucide-react'
import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addFile } from '#renderer/client/addFile'
import { recordSource } from '#renderer/client/recordSource'
import { BodyEditor, type BodyEditorHandle } from '#renderer/editor'
import { useNavigation } from '#renderer/ui/navigation'
import type { Body } from '#shared/model/body/body'
import type { WrittenBody } from '../mergeDraft'
import { marksIn } from './markedBody'
import styles from './record.module.css'

/** So long after the last key it is counted what is left to do. */
const countAfterMs = 300

interface HandBodyProps {
  written: WrittenBody
  pictureUrl: (sha256: string) => string
  /** The section to begin in. */
  section: string | undefined
  onDone: (body: Body) => void
  onDrop: () => void
}

export const HandBody = ({ written, pictureUrl, section, onDone, onDrop }: HandBodyProps) => {
  const { t } = useTranslation('packages')
  const { openRecord } = useNavigation()
  const column = useRef<HTMLDivElement>(null)
  const handle = useRef<BodyEditorHandle>(null)
  const [initial] = useState(written.read)
  const [marks, setMarks] = useState(() => marksIn(initial))
  const [isRefused, setRefused] = useState(false)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => { handle.current?.caretTo(section) }, [section])
  useEffect(() => () => { clearTimeout(waiting.current) }, [])
  const change = useCallback((read: () => Body) => {
    written.note(read)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => { setMarks(marksIn(written.read())) }, countAfterMs)
  }, [written])
  const finish = (): void => {
    const body = written.read()
    const left = marksIn(body)
    setMarks(left)
    setRefused(left > 0)
    if (left === 0) onDone(body)
  }
  return (
    <>
      <div className={styles.handBar}>
        <PencilLine size={16} aria-hidden="true" />
        <p>
          <strong>{t('hand.body')}</strong>{t('hand.bodyText')}
          <span role="status" className={styles.marks} data-refused={isRefused && marks > 0}>{marks > 0 ? t(isRefused ? 'hand.marksRefused' : 'hand.marks', { count: marks }) : t('hand.noMarks')}</span>
        </p>
        <Button onClick={onDrop}>{t('hand.drop')}</Button>
        <Button type="primary" onClick={finish}>{t('hand.done')}</Button>
      </div>
      <div ref={column} className={styles.column}>
        <div className={styles.measure}>
          <BodyEditor
            initialBody={initial} attachmentUrl={pictureUrl} addPicture={addFile} onChange={change} onOpenRecord={openRecord} column={column} records={recordSource} handle={handle}
          />
        </div>
      </div>
    </>
  )
}
