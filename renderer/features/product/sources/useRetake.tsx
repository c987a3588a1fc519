/**
 * Taking again what a product cites of a source, from the revision that is in place. What was being edited ends first; as long as nothing
 * else was changed it can be taken back, later by the revision before it.
 */
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { saveFirst, type RecordSession } from '#renderer/features/record'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { ProductSource } from '#shared/contract/products'
import { quotesOf, withRetaken } from './retaken'

export interface Retaking { retake: (source: ProductSource) => void; isRetaking: boolean }

const outcomes = ['changed', 'same', 'gone'] as const

/** Time enough to read what became of the quotes, and to take it back. */
const shownSeconds = 12

/** `onFinish` ends the editing; the text is not changed under a caret. */
export const useRetake = (session: RecordSession, onFinish: () => void): Retaking => {
  const { t } = useTranslation(['product', 'record'])
  const { notification } = App.useApp()
  const showError = useErrorDialog()
  const content = () => session.view().record.content
  const retake = useMutation({
    mutationFn: async (source: ProductSource) => {
      onFinish()
      await saveFirst(session)
      const answer = await core.products.retake({ recordId: source.recordId, quotes: quotesOf(content(), source.recordId) })
      const pinned = await core.records.revision({ id: source.recordId, revisionId: answer.pin.revisionId })
      const { body, links, fields } = content()
      const retaken = withRetaken(content(), answer.pin, answer.quotes, pinned.content.body)
      session.change(retaken.content)
      await session.flush()
      await queryClient.invalidateQueries({ queryKey: api.products.sources.key() })
      return { before: { body, links, fields }, quotes: answer.quotes, cells: retaken.cells }
    },
    onSuccess: ({ before, quotes, cells }, { recordId, title }) => {
      const after = content()
      const count = (outcome: (typeof outcomes)[number]): number => quotes.filter((quote) => quote.outcome === outcome).length
      const said = [
        ...outcomes.filter((outcome) => count(outcome) > 0).map((outcome) => t(`retake.${outcome}`, { count: count(outcome) })),
        ...cells.taken > 0 ? [t('retake.stepsTaken', { count: cells.taken })] : [], ...cells.gone > 0 ? [t('retake.stepsGone', { count: cells.gone })] : [],
      ]
      const key = `retake ${recordId}`
      const undo = (): void => {
        notification.destroy(key)
        const now = content()
        if (now.body !== after.body || now.links !== after.links || now.fields !== after.fields) { notification.info({ title: t('retake.undoLater') }); return }
        session.change(before)
        void session.flush()
      }
      notification.success({
        key, duration: shownSeconds, title: t('retake.done', { title: title || t('sources.unnamed') }),
        description: said.join(t('flow.separator')) || t('retake.none'),
        actions: <Button size="small" onClick={undo}>{t('record:results.undo')}</Button>,
      })
    },
    onError: (error) => { showError(error, t('retake.notDone')) },
  })
  return { isRetaking: retake.isPending, retake: (source) => { if (!retake.isPending) retake.mutate(source) } }
}
