/** What was agreed in a meeting and is to be done: ticked here, or looked at where it was agreed. */
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { AlarmClock } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { Task } from '#shared/contract/workbench'
import styles from './Workbench.module.css'

const shownSeconds = 8

export const FollowUpTask = ({ task: { row, by, at, note, rowId = '', isLate = false } }: { task: Task }) => {
  const { t } = useTranslation('workbench')
  const { openRecord } = useNavigation()
  const { notification } = App.useApp()
  const showError = useErrorDialog()
  const key = `follow-up ${row.id} ${rowId}`
  const settle = useMutation({
    mutationFn: (isDone: boolean) => core.meetings.settleFollowUp({ id: row.id, rowId, isDone }),
    onSuccess: (_saved, isDone) => {
      if (!isDone) { notification.destroy(key); return }
      notification.success({ key, title: t('tasks.settled', { what: note }), duration: shownSeconds, actions: <Button size="small" onClick={() => settle.mutate(false)}>{t('tasks.reopen')}</Button> })
    },
    onError: (error) => showError(error, t('tasks.notSettled')),
  })
  const place = useRef<HTMLDivElement>(null)
  // Once it is ticked it goes: the keys that it had go on to the task beside it.
  useLayoutEffect(() => {
    const own = place.current
    const entry = own?.closest('li')
    return () => {
      if (!own?.contains(document.activeElement)) return
      const beside = entry?.nextElementSibling ?? entry?.previousElementSibling
      const next = beside?.querySelector<HTMLElement>('input, button') ?? own.closest('section')
      next?.focus()
    }
  }, [])
  return (
    <div ref={place} className={styles.followUp} data-late={isLate || undefined}>
      <input type="checkbox" checked={settle.isPending && settle.variables} aria-disabled={settle.isPending} aria-label={t('tasks.settle', { what: note })} onChange={() => { if (!settle.isPending) settle.mutate(true) }} />
      <button type="button" className={styles.task} onClick={() => openRecord(row.id, { blockId: rowId })}>
        <span className={styles.words}>{note}<span className={styles.rest}>{row.title}</span></span>
        <span className={styles.what} data-kind={isLate ? 'due' : undefined}>{isLate && <AlarmClock size={14} aria-hidden="true" />}{t(isLate ? 'tasks.what.late' : 'tasks.what.followUp')}</span>
        <span className={styles.who} title={by}>{by}</span>
        <span className={styles.when}>{at}</span>
        <span className={styles.go}>{t('tasks.go.followUp')}</span>
      </button>
    </div>
  )
}
