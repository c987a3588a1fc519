/** A new record that is left with nothing written in it: its page says so in passing and offers to throw it away. */
import { App, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useAnnounceOutcome, wordKey } from '#renderer/features/operations'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { RecordSession } from '../session/recordSession'

const shownSeconds = 10

/** Whether it is as it was made: no save has changed it, and nothing waits to be saved. */
const isUntouched = (session: RecordSession): boolean => {
  const { revision, local } = session.view().record
  const { isClean, refused } = session.saving()
  return isClean && refused.length === 0 && revision.parents.length === 0 && revision.at === local.createdAt
}

export const useUntouched = (session: RecordSession, isNew: boolean): void => {
  const { t } = useTranslation('record')
  const { notification } = App.useApp()
  const announce = useAnnounceOutcome()
  const showError = useErrorDialog()
  const offer = useRef<() => void>(() => undefined)
  useEffect(() => {
    const { id, content: { title } } = session.view().record
    const discard = async (): Promise<void> => {
      try {
        announce(await core.records.remove({ selection: { ids: [id] } }), t('remove.done', { title }))
      } catch (error) {
        showError(error, t('remove.notDone'))
      }
    }
    offer.current = () => {
      notification.info({
        key: wordKey, title: t('untouched.text', { title }), duration: shownSeconds,
        actions: <Button size="small" onClick={() => void discard()}>{t('untouched.discard')}</Button>,
      })
    }
  })
  const isGone = useRef(false)
  useEffect(() => {
    if (!isNew) return undefined
    isGone.current = false
    return () => {
      isGone.current = true
      // The editor shows what was written in it when it is asked to save.
      void session.flush().then(() => { if (isGone.current && isUntouched(session)) offer.current() })
    }
  }, [session, isNew])
}
