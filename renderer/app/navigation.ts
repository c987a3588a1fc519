/** The features' wishes to go somewhere, as routes. */
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import { showMadeDocument } from '#renderer/features/documents'
import { packRecords } from '#renderer/features/packages'
import type { Navigation } from '#renderer/ui/navigation'
import { newId } from '#shared/model/ids'
import { searchOf } from './listSearch'
import { askForProduct } from './newProductRequest'
import { askForSearch } from './searchRequest'

export const useRouterNavigation = (): Navigation => {
  const router = useRouter()
  return useMemo(() => ({
    openWorkbench: () => void router.navigate({ to: '/workbench' }),
    openLibrary: (type, query) => void router.navigate({ to: '/library/$type', params: { type }, search: query ? searchOf(query) : {} }),
    openRecord: (id, target = {}) => void router.navigate({
      to: '/record/$id', params: { id }, search: { edit: target.edit, block: target.blockId, section: target.sectionId, file: target.attachment },
    }),
    openCopy: (id, copyId) => void router.navigate({ to: '/record/$id/filled/$copyId', params: { id, copyId } }),
    openImport: (jobId) => void router.navigate({ to: '/imports/$jobId', params: { jobId } }),
    openMerge: (one, other) => void router.navigate({ to: '/merge/$one/$other', params: { one, other } }),
    openPackages: () => void router.navigate({ to: '/packages' }),
    openPackage: (jobId) => void router.navigate({ to: '/packages/$jobId', params: { jobId } }),
    packRecords,
    openDocument: showMadeDocument,
    present: (source) => void router.navigate({ to: '/present', search: { source } }),
    newProduct: askForProduct,
    openCandidates: () => void router.navigate({ to: '/candidates' }),
    openAdoptions: (choice = {}) => void router.navigate({ to: '/adoptions', search: choice }),
    openStatistics: (figure) => void router.navigate({ to: '/statistics', search: figure ? { figure } : {} }),
    openSmartList: (searchId) => void router.navigate({ to: '/searches/$searchId', params: { searchId } }),
    openSearch: askForSearch,
    searchFor: (asked) => { askForSearch({ id: newId(), name: '', ...asked }) },
    openTrash: () => void router.navigate({ to: '/trash' }),
    openHealth: () => void router.navigate({ to: '/health' }),
    openSettings: (part) => void router.navigate({ to: '/settings/$part', params: { part } }),
    openWelcome: () => void router.navigate({ to: '/welcome' }),
  }), [router])
}
