/** The features' wishes to go somewhere, as routes. */
import { useRouter } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Navigation } from '#renderer/ui/navigation'
import { askForProduct } from './newProductRequest'

export const useRouterNavigation = (): Navigation => {
  const router = useRouter()
  return useMemo(() => ({
    openLibrary: (type) => void router.navigate({ to: '/library/$type', params: { type } }),
    openRecord: (id, target = {}) => void router.navigate({
      to: '/record/$id', params: { id }, search: { edit: target.edit, block: target.blockId, section: target.sectionId },
    }),
    openImport: (jobId) => void router.navigate({ to: '/imports/$jobId', params: { jobId } }),
    newProduct: askForProduct,
    openSettings: () => void router.navigate({ to: '/settings' }),
    openWelcome: () => void router.navigate({ to: '/welcome' }),
  }), [router])
}
