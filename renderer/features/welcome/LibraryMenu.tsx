/** The name of the open library in the top bar, and the menu to leave it for another. */
import { ChevronsUpDown, Copy, FolderOpen, LibraryBig, LogOut } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { App, Dropdown, type MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { host } from '#renderer/client/client'
import { useCapabilities } from '#renderer/client/hostCapabilities'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { OpenLibrary } from '#shared/contract/library'
import styles from './LibraryMenu.module.css'
import { useLibraryActions } from './useLibraryActions'

export const LibraryMenu = ({ library }: { library: OpenLibrary }) => {
  const { t } = useTranslation('welcome')
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const navigation = useNavigation()
  const { open, close } = useLibraryActions()
  const settings = useQuery(api.app.settings.queryOptions())
  const capabilities = useCapabilities()
  const others = (settings.data?.recent ?? []).filter(({ path }) => path !== library.path).slice(0, 5)

  const copyPath = async () => {
    try {
      await navigator.clipboard.writeText(library.path)
      void message.success(t('pathCopied'))
    } catch (error) { showError(error) }
  }
  const reveal = () => { host.reveal({ path: library.path }).catch(showError) }
  const items: MenuProps['items'] = [
    { key: 'path', type: 'group', label: <span className={styles.path}>{library.path}</span> },
    { key: 'copy', icon: <Copy size={15} />, label: t('copyPath'), onClick: () => void copyPath() },
    ...capabilities?.reveal ? [{ key: 'reveal', icon: <FolderOpen size={15} />, label: t('reveal'), onClick: reveal }] : [],
    { type: 'divider' },
    ...others.map(({ path, name }) => ({
      key: path, icon: <LibraryBig size={15} />, title: path, label: t('openNamed', { name }), onClick: () => { open.mutate({ path }, { onError: (error) => { showError(error) } }) },
    })),
    { key: 'switch', icon: <LibraryBig size={15} />, label: t('switch'), onClick: navigation.openWelcome },
    { key: 'close', icon: <LogOut size={15} />, label: t('closeLibrary'), onClick: () => { close.mutate(undefined, { onError: (error) => { showError(error) } }) } },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button className={styles.button} aria-haspopup="menu" title={library.path}>
        <span>{library.library.name}</span><ChevronsUpDown size={14} aria-hidden="true" />
      </button>
    </Dropdown>
  )
}
