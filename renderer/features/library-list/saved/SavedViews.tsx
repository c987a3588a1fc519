/** The saved views beside a list: its own, which narrow and order it, and the saved searches, which have pages of their own. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { BookmarkPlus, LayoutList, ListFilter, MoreHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { SavedView } from '#shared/contract/views'
import type { ChosenColumns } from '../columns/useChosenColumns'
import { keyOf, type List } from '../listState'
import { NameDialog } from './NameDialog'
import styles from './SavedViews.module.css'

/** `current` is the search whose page is in sight. */
export const SavedSearches = ({ current }: { current?: string }) => {
  const { t } = useTranslation('library-list')
  const { openSmartList } = useNavigation()
  const saved = useQuery(api.search.saved.queryOptions())
  if (saved.error) return <ErrorPanel error={saved.error} what={t('saved.searchesNotRead')} onRetry={() => { void saved.refetch() }} />
  return saved.data?.map(({ id, name }) => (
    <li key={id}>
      <button type="button" className={styles.item} title={name} aria-current={id === current ? 'page' : undefined} onClick={() => { openSmartList(id) }}>
        <ListFilter size={14} aria-hidden="true" /><span className={styles.name}>{name}</span>
      </button>
    </li>
  ))
}

/** The saved searches alone, as a page of one of them has them beside it. */
export const SearchNav = ({ current }: { current: string }) => {
  const { t } = useTranslation('library-list')
  return (
    <nav className={styles.saved} aria-label={t('saved.title')}>
      <h2>{t('saved.title')}</h2>
      <ul><SavedSearches current={current} /></ul>
    </nav>
  )
}

interface SavedViewsProps { list: List; columns: ChosenColumns; canWrite: boolean }

export const SavedViews = ({ list, columns, canWrite }: SavedViewsProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const { modal } = App.useApp()
  const showError = useErrorDialog()
  const saved = useQuery(api.views.list.queryOptions())
  const searches = useQuery(api.search.saved.queryOptions())
  const [named, setNamed] = useState<SavedView | 'new'>()
  const views = saved.data?.filter(({ type }) => type === list.type) ?? []
  const { facets, sort, group } = list.query
  const shown = { type: list.type, facets, sort, ...group !== undefined && { group }, ...columns.isChosen && { columns: columns.columns } }
  const save = useMutation({ mutationFn: (view: Parameters<typeof core.views.save>[0]) => core.views.save(view), onError: (error) => { showError(error, t('saved.notSaved')) } })
  const open = (view: SavedView): void => {
    if (view.columns) columns.choose(view.columns)
    list.ask({ facets: view.facets, sort: view.sort, ...view.group !== undefined && { group: view.group } })
  }
  const remove = (view: SavedView): void => {
    modal.confirm({
      icon: null, title: t('saved.removeTitle', { name: view.name }), content: t('saved.removeText'), cancelText: t('common:cancel'),
      okText: t('saved.remove'), okButtonProps: { danger: true, type: 'primary' },
      onOk: () => core.views.remove({ id: view.id }).then(() => undefined, (error: unknown) => { showError(error, t('saved.notRemoved')) }),
    })
  }
  const isShown = (view: SavedView): boolean => keyOf(list.type, view) === keyOf(list.type, list.query)
  const isEmpty = views.length === 0 && (searches.data?.length ?? 0) === 0
  const canSave = canWrite && !views.some(isShown)
  if (isEmpty && !canSave) return null
  return (
    <nav className={styles.saved} aria-label={t('saved.title')}>
      <h2>{t('saved.title')}</h2>
      {saved.error && <ErrorPanel error={saved.error} what={t('saved.notRead')} onRetry={() => { void saved.refetch() }} />}
      <ul>
        {views.map((view) => (
          <li key={view.id} className={styles.view}>
            <button type="button" className={styles.item} title={view.name} aria-current={isShown(view) ? 'page' : undefined} onClick={() => { open(view) }}>
              <LayoutList size={14} aria-hidden="true" /><span className={styles.name}>{view.name}</span>
            </button>
            {canWrite && (
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    { key: 'replace', label: t('saved.replace'), onClick: () => { save.mutate({ ...shown, id: view.id, name: view.name }) } },
                    { key: 'rename', label: t('saved.rename'), onClick: () => { setNamed(view) } },
                    { key: 'remove', label: t('saved.remove'), danger: true, onClick: () => { remove(view) } },
                  ],
                }}
              >
                <Button type="text" size="small" icon={<MoreHorizontal size={14} />} aria-label={t('saved.more', { name: view.name })} />
              </Dropdown>
            )}
          </li>
        ))}
        <SavedSearches />
      </ul>
      {canSave && <button type="button" className={styles.add} onClick={() => { setNamed('new') }}><BookmarkPlus size={14} aria-hidden="true" />{t('saved.add')}</button>}
      {named && (
        <NameDialog
          name={named === 'new' ? '' : named.name} isNew={named === 'new'} onClose={() => { setNamed(undefined) }}
          onName={(name) => { save.mutate(named === 'new' ? { ...shown, name } : { ...named, type: list.type, name }) }}
        />
      )}
    </nav>
  )
}
