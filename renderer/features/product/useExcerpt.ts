/** Takes excerpts of sources: each lands in the text as a cited quote, and the screen says where. */
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { ProductSource } from '#shared/contract/products'
import type { Block } from '#shared/model/body/blocks'
import type { Choice } from './sources/choice'

/** `put` answers with the title of the section that the quote came into, undefined before the first. */
export const useExcerpt = (put: (block: Block) => string | undefined) => {
  const { t } = useTranslation('product')
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const excerpt = useMutation({
    mutationFn: ({ source: { recordId, revisionId }, choice }: { source: ProductSource; choice: Choice }) => core.products.excerpt({ recordId, revisionId, ...choice }),
    onSuccess: (block) => {
      const title = put(block)
      document.getSelection()?.removeAllRanges()
      void message.success(title === undefined ? t('excerpt.landedAtTop') : t('excerpt.landed', { title }))
    },
    onError: (error) => showError(error, t('excerpt.failed')),
  })
  return {
    isTaking: excerpt.isPending,
    take: (source: ProductSource, choice: Choice) => { if (!excerpt.isPending) excerpt.mutate({ source, choice }) },
  }
}
