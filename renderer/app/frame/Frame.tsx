/** The frame around every page: top bar, rail, banners, the search overlay, and what is mounted once for all. */
import { Outlet, useLocation, useMatch } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { BackupBanner } from '#renderer/features/backup'
import { ExportDialog } from '#renderer/features/documents'
import { FilePickerHost } from '#renderer/features/file-picker'
import { DropToImport, ImportDialog } from '#renderer/features/imports'
import { OpenedFiles, PackDialog } from '#renderer/features/packages'
import { SearchOverlay } from '#renderer/features/search'
import { CopyQuestion, WelcomePage } from '#renderer/features/welcome'
import { NavigationProvider } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { LibraryType, ListedType } from '#shared/model/recordTypes'
import { useRouterNavigation } from '../navigation'
import { NewProduct } from '../NewProduct'
import { closeSearch, openSearch, useSearchRequest } from '../searchRequest'
import { ConnectionBanner } from './ConnectionBanner'
import banner from './Banner.module.css'
import styles from './Frame.module.css'
import { LibraryBanner } from './LibraryBanner'
import { OpeningBanner } from './OpeningBanner'
import { Rail } from './Rail'
import { RecoveryBanner } from './RecoveryBanner'
import { TopBar } from './TopBar'

/** Pages of what becomes of products. */
const productPages: ReadonlySet<string> = new Set(['/adoptions', '/statistics', '/candidates'])

/** The library that the page in sight belongs to. */
const useCurrentType = (): ListedType | undefined => {
  const list = useMatch({ from: '/library/$type', shouldThrow: false })
  const recordId = useMatch({ from: '/record/$id', shouldThrow: false })?.params.id
  const type = useQuery(api.records.get.queryOptions({ input: { id: recordId ?? '' }, enabled: recordId !== undefined, select: ({ content }) => content.type })).data
  const { pathname } = useLocation()
  if (list) return list.params.type
  if (productPages.has(pathname) || type === 'adoption') return 'product'
  return recordId === undefined ? undefined : ListedType.safeParse(type).data
}

/** At once, focus and all: the next key may be on its way. */
const openAtOnce = (): void => { flushSync(openSearch) }

const useSearchKey = (enabled: boolean): void => {
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') { event.preventDefault(); openAtOnce() }
    }
    addEventListener('keydown', onKey)
    return () => { removeEventListener('keydown', onKey) }
  }, [enabled])
}

const usePageTitle = (libraryName: string | undefined): void => {
  const { t, i18n } = useTranslation('common')
  useEffect(() => {
    document.title = libraryName === undefined ? t('appName') : `${libraryName} - ${t('appName')}`
  }, [libraryName, t, i18n.resolvedLanguage])
}

/** Slides have the window to themselves. */
const presentingPages: ReadonlySet<string> = new Set(['/present', '/presenter'])

export const Frame = () => {
  const { t } = useTranslation('app')
  const navigation = useRouterNavigation()
  const library = useQuery(api.library.current.queryOptions())
  const searching = useSearchRequest()
  const currentType = useCurrentType()
  const shownRecord = useMatch({ from: '/record/$id', shouldThrow: false })?.params.id
  const isPresenting = presentingPages.has(useLocation().pathname)
  const onSettings = useMatch({ from: '/settings/$part', shouldThrow: false }) !== undefined
  const hasLibrary = Boolean(library.data)
  useSearchKey(hasLibrary && !isPresenting)
  usePageTitle(library.data?.library.name)
  if (isPresenting && library.data) return <NavigationProvider value={navigation}><Outlet key={library.data.library.id} /></NavigationProvider>
  return (
    <NavigationProvider value={navigation}>
      <div className={styles.frame}>
        <a className={styles.skip} href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus() }}>{t('skip')}</a>
        <TopBar library={library.data ?? null} onSearch={openAtOnce} />
        <div>
          <ConnectionBanner />
          <OpeningBanner />
          {library.data && <>
            <LibraryBanner library={library.data} />
            <CopyQuestion library={library.data} />
            <BackupBanner library={library.data} className={banner.banner} />
            <RecoveryBanner shownRecord={shownRecord} />
          </>}
        </div>
        <div className={styles.body}>
          <Rail hasLibrary={hasLibrary} currentType={currentType} />
          <main id="main" tabIndex={-1} className={styles.main}>
            {library.isError && <div className={styles.error}><ErrorPanel error={library.error} onRetry={() => void library.refetch()} /></div>}
            {library.isSuccess && (hasLibrary || onSettings ? <Outlet key={library.data?.library.id ?? 'none'} /> : <WelcomePage />)}
          </main>
        </div>
      </div>
      {library.data && <>
        <SearchOverlay open={searching.isOpen} start={searching.start} onClose={closeSearch} />
        <ImportDialog />
        <PackDialog />
        <ExportDialog />
        <OpenedFiles />
        <NewProduct />
        <DropToImport type={LibraryType.catch('case').parse(currentType)} canImport={!library.data.readOnly} />
      </>}
      <FilePickerHost />
    </NavigationProvider>
  )
}
