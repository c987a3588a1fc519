/** Takes excerpts of sources: each lands in the text as a cited quote, or in the cell of a step with its source beside it, and the screen says where. */
import { useMutation } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { ProductSource } from '#shared/contract/products'
import { isKnownBlock, type Block, type Citation } from '#shared/model/body/blocks'
import { blockText } from '#shared/model/body/walk'
import type { Choice } from './sources/choice'
import type { TakenAs } from './sources/usePicked'

interface Landing {
  /** Answers with the title of the section that the quote came into, undefined before the first. */
  put: (block: Block) => string | undefined
  /** The cell of a step that takes a passage, undefined where none is written in. */
  step: { name: string; take: (text: string, citation: Citation) => void } | undefined
}

export const useExcerpt = ({ put, step }: Landing) => {
  const { t } = useTranslation('product')
  const { message } = App.useApp()
  const showError = useErrorDialog()
  const land = (block: Block, as: TakenAs): string => {
    if (as === 'step' && step && isKnownBlock(block) && block.type === 'quote' && block.citation) {
      step.take(block.blocks.map(blockText).filter((text) => text.trim() !== '').join('\n'), block.citation)
      return t('excerpt.landedInStep', { step: step.name })
    }
    const title = put(block)
    return title === undefined ? t('excerpt.landedAtTop') : t('excerpt.landed', { title })
  }
  const excerpt = useMutation({
    mutationFn: ({ source: { recordId, revisionId }, choice }: { source: ProductSource; choice: Choice; as: TakenAs }) => core.products.excerpt({ recordId, revisionId, ...choice }),
    onSuccess: (block, { as }) => {
      void message.success(land(block, as))
      document.getSelection()?.removeAllRanges()
    },
    onError: (error) => showError(error, t('excerpt.failed')),
  })
  return {
    isTaking: excerpt.isPending,
    take: (source: ProductSource, choice: Choice, as: TakenAs) => { if (!excerpt.isPending) excerpt.mutate({ source, choice, as }) },
  }
}
