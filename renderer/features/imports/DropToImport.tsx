/**
 * Files dropped anywhere on the window: packages are opened, all else is imported. What lands in an editor stays the editor's.
 */
import { Download } from 'lucide-react'
import { App, Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { droppedPaths } from '#renderer/client/files'
import { isPackagePath, useOpenPackages } from '#renderer/features/packages'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { LibraryType } from '#shared/model/recordTypes'
import styles from './DropToImport.module.css'
import { useImport } from './importRequest'

const isForUs = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') === true && !(event.target instanceof Element && event.target.closest('[contenteditable=true]'))

interface DropToImportProps {
  /** What documents become. */
  type: LibraryType
  /** False where nothing can be written; a package can be looked into all the same. */
  canImport: boolean
}

export const DropToImport = ({ type, canImport }: DropToImportProps) => {
  const { t } = useTranslation('imports')
  const showError = useErrorDialog()
  const begin = useImport()
  const { mutateAsync: openPackages } = useOpenPackages()
  const { notification } = App.useApp()
  const [over, setOver] = useState(false)
  const [reading, setReading] = useState(false)
  const take = useRef<((data: DataTransfer) => Promise<void>) | undefined>(undefined)

  /** The dialog of the import is in sight now: the packages wait until somebody wants to see them. */
  const offerPackages = useCallback((packages: readonly string[]) => {
    const key = crypto.randomUUID()
    const open = () => { notification.destroy(key); openPackages(packages).catch(showError) }
    notification.info({
      key, title: t('packagesToo', { count: packages.length }), description: t('packagesTooText'), duration: false,
      actions: <Button size="small" onClick={open}>{t('openPackages')}</Button>,
    })
  }, [notification, openPackages, showError, t])

  useEffect(() => {
    take.current = async (data) => {
      setReading(true)
      try {
        const paths = await droppedPaths(data)
        const packages = paths.filter(isPackagePath)
        const documents = canImport ? paths.filter((path) => !isPackagePath(path)) : []
        if (documents.length > 0) begin(type, documents)
        if (documents.length === 0) await openPackages(packages)
        else if (packages.length > 0) offerPackages(packages)
      } catch (error) {
        showError(error, t('notTaken'))
      } finally {
        setReading(false)
      }
    }
  }, [begin, canImport, offerPackages, openPackages, showError, t, type])

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
      <p><Download size={20} aria-hidden="true" />{reading ? t('dropReading') : canImport ? t('dropHere', { library: t(`common:library.${type}`) }) : t('dropPackage')}</p>
    </div>
  )
}
