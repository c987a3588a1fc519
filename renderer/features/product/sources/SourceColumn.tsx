/** The sources of a product side by side with it: one at a time, with what can be taken from it. */
import { Button, Tabs } from 'antd'
import { Plus } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { Pin, ProductSource } from '#shared/contract/products'
import type { RecordFile } from '#shared/model/record'
import { AddSourceDialog } from '../picker/AddSourceDialog'
import { NoSources } from './NoSources'
import styles from './Source.module.css'
import { SourceView, type Excerpting } from './SourceView'

export interface SourceColumnHandle {
  /** Takes the keys to a source, the one in sight if none is named; without any, offers to add one. */
  takeFocus: (recordId?: string) => void
}

interface SourceColumnProps {
  record: RecordFile
  excerpting: Excerpting | undefined
  onAdd: (pins: readonly Pin[]) => void
  onRemove: (recordId: string) => void
  ref: Ref<SourceColumnHandle>
}

const TabName = ({ source }: { source: ProductSource }) => {
  const { t } = useTranslation('product')
  return (
    <span className={styles.tab} title={source.title}>
      {source.row && <TypeMark type={source.row.type} size={16} />}<span className={styles.tabName}>{source.title || t('sources.unnamed')}</span>
      {source.state !== 'current' && <span className={styles.dot} data-state={source.state} role="img" aria-label={t(`sources.state.${source.state}`)} />}
    </span>
  )
}

export const SourceColumn = ({ record, excerpting, onAdd, onRemove, ref }: SourceColumnProps) => {
  const { t } = useTranslation('product')
  const query = useQuery(api.products.sources.queryOptions({ input: { id: record.id } }))
  const sources = query.data ?? []
  const [chosen, setChosen] = useState<string>()
  const [openSections, setOpenSections] = useState<Readonly<Record<string, readonly string[]>>>({})
  const [isAdding, setIsAdding] = useState(false)
  const [wantsFocus, setWantsFocus] = useState(0)
  const add = useRef<HTMLButtonElement>(null)
  const active = sources.find(({ recordId }) => recordId === chosen) ?? sources[0]
  const hasSources = sources.length > 0
  const taken = useMemo(() => new Set([record.id, ...(query.data?.map(({ recordId }) => recordId) ?? [])]), [record.id, query.data])

  useImperativeHandle(ref, () => ({
    takeFocus: (recordId) => {
      if (recordId !== undefined) setChosen(recordId)
      if (hasSources) setWantsFocus((before) => before + 1)
      else setIsAdding(true)
    },
  }), [hasSources])

  const canChange = excerpting !== undefined
  return (
    <aside className={styles.column} aria-label={t('sources.title')}>
      <header className={styles.columnHead}>
        <h2>{t('sources.title')}</h2><span className={styles.count}>{sources.length}</span>
        {canChange && <Button ref={add} type="link" size="small" icon={<Plus size={14} />} onClick={() => setIsAdding(true)}>{t('sources.add')}</Button>}
      </header>
      {query.error && <div className={styles.inset}><ErrorPanel error={query.error} what={t('sources.notRead')} onRetry={() => { void query.refetch() }} /></div>}
      {query.isPending && <SkeletonRows rows={8} rowHeight={34} />}
      {query.data?.length === 0 && <NoSources onAdd={canChange ? () => setIsAdding(true) : undefined} />}
      {active && (
        <Tabs
          className={styles.tabs ?? ''} size="small" destroyOnHidden activeKey={active.recordId} onChange={setChosen}
          items={sources.map((source) => ({
            key: source.recordId, label: <TabName source={source} />,
            children: (
              <SourceView
                source={source} product={record.content.body} excerpting={excerpting} wantsFocus={wantsFocus}
                onRemove={canChange ? () => onRemove(source.recordId) : undefined} openSections={openSections[source.recordId]}
                onOpenSections={(ids) => setOpenSections((before) => ({ ...before, [source.recordId]: ids }))}
              />
            ),
          }))}
        />
      )}
      {isAdding && <AddSourceDialog taken={taken} onAdd={onAdd} onClose={() => { setIsAdding(false); add.current?.focus() }} />}
    </aside>
  )
}
