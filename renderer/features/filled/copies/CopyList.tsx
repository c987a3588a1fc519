/** The filled copies of a tool: who, when, how far, and what failed; several at once become one table. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox } from 'antd'
import { FileSpreadsheet, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { CopyRow } from '#shared/contract/filled'
import { useExportCopies } from './useExportCopies'
import styles from './copies.module.css'

interface CopyListProps { toolId: string; toolTitle: string; readOnly: boolean }

/** The latest; the rest is shown when it is asked for. */
const shownFirst = 10

const State = ({ row: { state, fails } }: { row: CopyRow }) => {
  const { t } = useTranslation('filled')
  return <span className={styles.state} data-state={fails > 0 ? 'fails' : state}>{t(`state.${state}`)}{fails > 0 && t('copies.fails', { count: fails })}</span>
}

export const CopyList = ({ toolId, toolTitle, readOnly }: CopyListProps) => {
  const { t } = useTranslation(['filled', 'common'])
  const { openCopy } = useNavigation()
  const { modal } = App.useApp()
  const showError = useErrorDialog()
  const list = useQuery({ ...api.filled.list.queryOptions({ input: { toolId } }), refetchOnMount: 'always' })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [showsAll, setShowsAll] = useState(false)
  const [showsRemoved, setShowsRemoved] = useState(false)
  const exporting = useExportCopies(toolId)
  const remove = useMutation({
    mutationFn: ({ ids, isRemoved }: { ids: string[]; isRemoved: boolean }) => core.filled.remove({ toolId, ids, isRemoved }),
    onSuccess: () => { setChosen([]) }, onError: (error) => { showError(error, t('copies.notRemoved')) },
  })
  const purge = useMutation({ mutationFn: (ids: string[]) => core.filled.purge({ toolId, ids }), onError: (error) => { showError(error, t('copies.notRemoved')) } })
  if (list.error) return <ErrorPanel error={list.error} what={t('copies.notRead')} onRetry={() => { void list.refetch() }} />
  const [copies, removed] = [(list.data?.copies ?? []).filter(({ isRemoved }) => !isRemoved), (list.data?.copies ?? []).filter(({ isRemoved }) => isRemoved)]
  const unread = list.data?.unread ?? 0
  const picked = copies.filter(({ id }) => chosen.includes(id)).map(({ id }) => id)
  const shown = showsAll ? copies : copies.slice(0, shownFirst)
  const askPurge = (): void => {
    modal.confirm({ icon: null, title: t('copies.purgeTitle', { count: removed.length }), content: t('copies.purgeText'), okText: t('copies.purge'), okButtonProps: { danger: true }, cancelText: t('common:cancel'), onOk: () => { purge.mutate(removed.map(({ id }) => id)) } })
  }
  return (
    <section className={styles.copies} aria-labelledby="copies-title">
      <div className={styles.head}>
        <h3 id="copies-title" className={styles.title}>{t('copies.title', { count: copies.length })}</h3>
        {picked.length > 0 && !readOnly && <Button size="small" icon={<Trash2 size={14} />} disabled={remove.isPending} onClick={() => remove.mutate({ ids: picked, isRemoved: true })}>{t('copies.remove', { count: picked.length })}</Button>}
        {copies.length > 0 && (
          <Button size="small" icon={<FileSpreadsheet size={14} />} loading={exporting.isPending} onClick={() => exporting.mutate({ ids: picked.length > 0 ? picked : copies.map(({ id }) => id), form: 'excel', name: toolTitle })}>
            {picked.length > 0 ? t('copies.exportChosen', { count: picked.length }) : t('copies.exportAll')}
          </Button>
        )}
      </div>
      {list.data && copies.length === 0 && <p className={styles.none}>{t(readOnly ? 'copies.noneReadOnly' : 'copies.none')}</p>}
      {unread > 0 && <p className={styles.unread} role="alert">{t('copies.unread', { count: unread })}</p>}
      <ul className={styles.list}>
        {shown.map((row) => (
          <li key={row.id} className={styles.row}>
            <Checkbox aria-label={t('copies.choose', { title: row.title })} checked={chosen.includes(row.id)} onChange={(event) => setChosen(event.target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))} />
            <button type="button" className={styles.open} onClick={() => openCopy(toolId, row.id)}>{row.title}</button>
            <span className={styles.who}>{row.by.name}</span><span className={styles.when}>{formatMoment(row.doneAt ?? row.savedAt)}</span><State row={row} />
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        {copies.length > shown.length && <Button type="link" size="small" onClick={() => setShowsAll(true)}>{t('copies.all', { count: copies.length })}</Button>}
        {removed.length > 0 && <Button type="link" size="small" aria-expanded={showsRemoved} onClick={() => setShowsRemoved(!showsRemoved)}>{t('copies.removed', { count: removed.length })}</Button>}
        {showsRemoved && removed.length > 0 && !readOnly && <Button type="link" size="small" danger disabled={purge.isPending} onClick={askPurge}>{t('copies.purge')}</Button>}
      </div>
      {showsRemoved && (
        <ul className={styles.list} aria-label={t('copies.removed', { count: removed.length })}>
          {removed.map((row) => (
            <li key={row.id} className={styles.row} data-removed>
              <span className={styles.gone}>{row.title}</span><span className={styles.who}>{row.by.name}</span><span className={styles.when}>{formatMoment(row.savedAt)}</span>
              {!readOnly && <Button type="link" size="small" icon={<Undo2 size={14} />} aria-label={t('copies.restoreNamed', { title: row.title })} onClick={() => remove.mutate({ ids: [row.id], isRemoved: false })}>{t('copies.restore')}</Button>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
