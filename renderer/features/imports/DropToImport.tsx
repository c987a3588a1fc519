/** Files dropped anywhere on the window are imported. What lands in an editor stays the editor's. */
import { Download } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { droppedPaths } from '#renderer/client/files'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { LibraryType } from '#shared/model/recordTypes'
import styles from './DropToImport.module.css'
import { useImport } from './importRequest'

const isForUs = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true && !(event.target instanceof Element && event.target.closest('[contenteditable=true]'))

export const DropToImport = ({ type }: { type: LibraryType }) => {
  const { t } = useTranslation('imports')
  const showError = useErrorDialog()
  const begin = useImport()
  const [over, setOver] = useState(false)
  const [reading, setReading] = useState(false)
  const take = useRef<((data: DataTransfer) => Promise<void>) | undefined>(undefined)

  useEffect(() => {
    take.current = async (data) => {
      setReading(true)
      try {
        const paths = await droppedPaths(data)
        if (paths.length > 0) begin(type, paths)
      } catch (error) {
        showError(error, t('notTaken'))
      } finally {
        setReading(false)
      }
    }
  }, [begin, showError, t, type])

  useEffect(() => {
    const onOver = (event: DragEvent) => {
      const ours = isForUs(event)
      setOver(ours)
      if (ours) event.preventDefault()
    }
    const onLeave = (event: DragEvent) => { if (event.relatedTarget === null) setOver(false) }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (event.defaultPrevented || !isForUs(event) || !event.dataTransfer) return
      event.preventDefault()
      void take.current?.(event.dataTransfer)
    }
    addEventListener('dragover', onOver)
    addEventListener('dragleave', onLeave)
    addEventListener('drop', onDrop)
    return () => {
      removeEventListener('dragover', onOver)
      removeEventListener('dragleave', onLeave)
      removeEventListener('drop', onDrop)
    }
  }, [])

  if (!over && !reading) return null
  return (
    <div className={styles.veil} role="status">
      <p><Download size={20} aria-hidden="true" />{reading ? t('dropReading') : t('dropHere', { library: t(`common:library.${type}`) })}</p>
    </div>
  )
}
