/** The head of a smart list: its name, how many it finds, and what can be done to the search itself. */
import { App, Button, Dropdown } from 'antd'
import { FileDown, MoreHorizontal, Package, Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useExportDocument } from '#renderer/features/documents'
import { formatCount } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import { mostPackaged } from '#shared/contract/packageChoice'
import type { SavedSearch } from '#shared/contract/search'
import { requestOf } from '#shared/model/search'
import { RenameForm } from './RenameForm'
import styles from './SmartListPage.module.css'

interface SmartListHeadProps {
  search: SavedSearch
  /** Undefined until they are found. */
  ids: readonly string[] | undefined
  isComplete: boolean
  canWrite: boolean
}

export const SmartListHead = ({ search, ids, isComplete, canWrite }: SmartListHeadProps) => {
  const { t } = useTranslation(['smart-list', 'common', 'library-list'])
  const language = useLanguage()
  const { openLibrary, openSearch, packRecords } = useNavigation()
  const exportDocument = useExportDocument()
  const { modal } = App.useApp()
  const showError = useErrorDialog()
  const [isRenaming, setIsRenaming] = useState(false)
  const remove = (): void => {
    modal.confirm({
      icon: null, title: t('remove.title', { name: search.name }), content: t('remove.text'), cancelText: t('common:cancel'),
      okText: t('remove.label'), okButtonProps: { danger: true, type: 'primary' },
      onOk: () => core.search.removeSaved({ id: search.id }).then(() => { openLibrary('case') }, (error: unknown) => { showError(error, t('remove.failed')) }),
    })
  }
  const count = ids?.length ?? 0
  const isTooLarge = count > mostPackaged
  const menu = [
    { key: 'rename', label: t('rename.label'), onClick: () => { setIsRenaming(true) } },
    { key: 'remove', label: t('remove.label'), danger: true, onClick: remove },
  ]
  return (
    <header className={styles.head}>
      {isRenaming ? <RenameForm search={search} onClose={() => { setIsRenaming(false) }} /> : (
        <>
          <h1 className={styles.title} title={search.name}>{search.name}</h1>
          <p className={styles.counts} role="status">
            {ids && t('library-list:count', { count, shown: formatCount(count, language) })}{!isComplete && t('incomplete')}
          </p>
        </>
      )}
      <div className={styles.actions}>
        {count > 0 && <Button icon={<FileDown size={15} />} onClick={() => { exportDocument({ kind: 'records', selection: { search: requestOf(search), except: [] }, title: search.name }) }}>{t('library-list:exportList')}</Button>}
        {canWrite && ids && count > 0 && (
          <Button icon={<Package size={15} />} disabled={isTooLarge} title={isTooLarge ? t('tooMany', { most: formatCount(mostPackaged, language) }) : ''} onClick={() => { packRecords(ids) }}>{t('pack')}</Button>
        )}
        {(count > 0 || !isComplete) && <Button icon={<Search size={15} />} onClick={() => { openSearch(search) }}>{t('edit')}</Button>}
        {canWrite && <Dropdown trigger={['click']} menu={{ items: menu }}><Button icon={<MoreHorizontal size={15} />} aria-label={t('common:more')} /></Dropdown>}
      </div>
    </header>
  )
}
