/** The sources of a product side by side with it: one at a time, with what can be taken from it. */
import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useId, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { Pin } from '#shared/contract/products'
import type { RecordFile } from '#shared/model/record'
import { AddSourceDialog } from '../picker/AddSourceDialog'
import { NoSources } from './NoSources'
import styles from './Source.module.css'
import { SourceTabs } from './SourceTabs'
import { SourceView, type Excerpting } from './SourceView'
import type { Retaking } from './useRetake'

export interface SourceColumnHandle {
  /** Takes the keys to a source, the one in sight if none is named; without any, offers to add one. */
  takeFocus: (recordId?: string) => void
}

interface SourceColumnProps {
  record: RecordFile
  excerpting: Excerpting | undefined
  onAdd: (pins: readonly Pin[]) => void
  onRemove: (recordId: string) => void
  retaking: Retaking | undefined
  ref: Ref<SourceColumnHandle>
}

export const SourceColumn = ({ record, excerpting, onAdd, onRemove, retaking, ref }: SourceColumnProps) => {
  const { t } = useTranslation('product')
  const query = useQuery(api.products.sources.queryOptions({ input: { id: record.id } }))
  const id = useId()
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
        <>
          <SourceTabs id={id} sources={sources} active={active.recordId} onChange={setChosen} />
          <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${active.recordId}`} className={styles.panel}>
            <SourceView
              key={active.recordId} source={active} product={record.content.body} excerpting={excerpting} wantsFocus={wantsFocus} retaking={retaking}
              onRemove={canChange ? () => onRemove(active.recordId) : undefined} openSections={openSections[active.recordId]}
              onOpenSections={(ids) => setOpenSections((before) => ({ ...before, [active.recordId]: ids }))}
            />
          </div>
        </>
      )}
      {isAdding && <AddSourceDialog taken={taken} onAdd={onAdd} onClose={() => { setIsAdding(false); add.current?.focus() }} />}
    </aside>
  )
}
