/** A field whose text can't be saved: its session knows and keeps it, and whoever leaves its page so is told. */
import { App } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSession, RefusableField } from './session/recordSession'

/** `typed` is what stands in the field, undefined where it can have it. */
export const useRefused = (session: RecordSession, field: RefusableField, typed: string | undefined): void => {
  const { t } = useTranslation('record')
  const { message } = App.useApp()
  useEffect(() => { session.refuse(field, typed) }, [session, field, typed])
  useEffect(() => () => {
    if (session.refusedText(field) === undefined) return
    void message.warning({ key: 'refused', content: t('typedKept', { title: session.view().record.content.title }), duration: 8 })
  }, [session, field, message, t])
}
