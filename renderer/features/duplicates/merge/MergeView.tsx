/** Two records side by side: of each difference it is chosen what is taken; what comes of it can be looked at; one button makes them one. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { ArrowLeftRight, Combine } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { useAnnounceOutcome } from '#renderer/features/operations'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { mergedContent, mergeParts, type MergeChoice } from '#shared/model/merging'
import type { RecordFile } from '#shared/model/record'
import { MergeFields } from './MergeFields'
import { MergeSection } from './MergeSection'
import { Preview } from './Preview'
import { SideHead } from './SideHead'
import styles from './merge.module.css'

interface MergeViewProps { into: RecordFile; from: RecordFile; onSwap: () => void; onCancel: () => void }

type Shown = 'sides' | 'preview'

/** What happens besides what is chosen. */
const useConsequences = ({ into, from }: Pick<MergeViewProps, 'into' | 'from'>): string[] => {
  const { t } = useTranslation(['duplicates', 'common'])
  const referring = useQuery(api.records.backlinks.queryOptions({ input: { id: from.id } })).data ?? []
  const relinked = new Set(referring.filter(({ relation, row }) => relation !== 'cites' && row.id !== into.id).map(({ row }) => row.id)).size
  const { copies = [], unread = 0 } = useQuery(api.filled.list.queryOptions({ input: { toolId: from.id }, enabled: from.content.type === 'tool' })).data ?? {}
  const levels = new Set([into.content.confidentiality, from.content.confidentiality])
  const level = levels.has('restricted') ? 'restricted' : 'internal'
  const { stage } = into.content
  return [
    ...levels.size > 1 ? [t('mergePage.restricted', { level: t(`common:confidentiality.${level}`) })] : [],
    ...stage !== from.content.stage || stage !== 'draft' ? [t('mergePage.stage', { stage: t(`common:stage.${stage}`, { defaultValue: stage }) })] : [],
    ...relinked > 0 ? [t('mergePage.relinked', { count: relinked })] : [], t('mergePage.comments'), ...copies.length > 0 ? [t('mergePage.copies', { count: copies.length })] : [],
    ...unread > 0 ? [t('mergePage.unreadCopies', { count: unread })] : [],
  ]
}

export const MergeView = ({ into, from, onSwap, onCancel }: MergeViewProps) => {
  const { t } = useTranslation('duplicates')
  const { openRecord } = useNavigation()
  const announce = useAnnounceOutcome()
  const [shown, setShown] = useState<Shown>('sides')
  const [choices, setChoices] = useState<ReadonlyMap<string, MergeChoice>>(new Map())
  const parts = useMemo(() => mergeParts(into.content, from.content, [into.id, from.id]), [into, from])
  const content = useMemo(() => mergedContent(into.content, from.content, parts, choices), [into, from, parts, choices])
  const consequences = useConsequences({ into, from })
  const choose = (key: string, choice: MergeChoice): void => { setChoices(new Map([...choices, [key, choice]])) }
  const merge = useMutation({
    mutationFn: () => core.records.merge({ into: into.id, intoBase: into.revision.id, from: from.id, fromBase: from.revision.id, content }),
    onSuccess: (outcome) => {
      openRecord(into.id)
      announce(outcome, t('mergePage.done', { title: content.title }))
    },
  })
  const isSame = parts.fields.length + parts.sections.length === 0
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div><h1>{t('mergePage.title')}</h1><p>{t('mergePage.about')}</p></div>
        <Segmented<Shown>
          aria-label={t('mergePage.shown')} value={shown} onChange={setShown}
          options={[{ value: 'sides', label: t('mergePage.sides') }, { value: 'preview', label: t('mergePage.preview') }]}
        />
        <Button icon={<ArrowLeftRight size={15} />} onClick={onSwap}>{t('mergePage.swap')}</Button>
      </header>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t(`mergePage.${shown}`)}>
        {shown === 'preview' ? <Preview type={into.content.type} content={content} /> : (
          <table className={styles.table}>
            <thead><tr><th scope="col" className={styles.placeHead}>{t('mergePage.place')}</th><SideHead record={into} stays /><SideHead record={from} stays={false} /></tr></thead>
            <tbody>
              {isSame && <tr><td colSpan={3} className={styles.note}>{t('mergePage.nothing')}</td></tr>}
              <MergeFields type={into.content.type} fields={parts.fields} choices={choices} onChoose={choose} />
              {parts.sections.map((part) => <MergeSection key={part.key} part={part} choice={choices.get(part.key) ?? part.preset} onChoose={(choice) => { choose(part.key, choice) }} />)}
              {!isSame && <tr><td colSpan={3} className={styles.note}>{t('mergePage.rest')}</td></tr>}
            </tbody>
          </table>
        )}
      </div>
      {merge.error && <div className={styles.failed}><ErrorPanel error={merge.error} what={t('mergePage.notDone')} /></div>}
      <footer className={styles.foot}>
        <p>{consequences.map((text) => <span key={text}>{text}</span>)}</p>
        <Button onClick={onCancel}>{t('mergePage.cancel')}</Button>
        <Button type="primary" icon={<Combine size={15} />} loading={merge.isPending} onClick={() => { merge.mutate() }}>{t('mergePage.merge')}</Button>
      </footer>
    </div>
  )
}
