/** A field whose text can't be saved: its session knows, and whoever leaves it so is told that it is as it was. */
import { App } from 'antd'
import { useEffect, useRef } from 'react'
import type { RecordSession, RefusableField } from './session/recordSession'

/** `putBack` is what is said once the field is gone with such a text in it. */
export const useRefused = (session: RecordSession, field: RefusableField, isRefused: boolean, putBack: string): void => {
  const { message } = App.useApp()
  const toSay = useRef<string>(undefined)
  useEffect(() => {
    toSay.current = isRefused ? putBack : undefined
    session.refuse(field, isRefused)
  }, [session, field, isRefused, putBack])
  useEffect(() => () => {
    if (toSay.current === undefined) return
    session.refuse(field, false)
    void message.warning(toSay.current, 6)
  }, [session, field, message])
}
