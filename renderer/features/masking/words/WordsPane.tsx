/** The library's own words, which are looked for besides all else, and what is remembered of texts that were decided before. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import { mostMaskWords } from '#shared/contract/masking'
import type { MaskDecision } from '#shared/model/masking/sensitive'
import { keyOf } from '../choice/maskChoice'
import { canKeep, longestWord, readWords, shortestWord } from './wordList'
import styles from './words.module.css'

interface WordsPaneProps {
  /** The list as it is being typed; undefined where it is as it was saved. */
  typed: string | undefined
  onType: (typed: string | undefined) => void
  /** Whether somebody wants to leave without having saved it. */
  isAsked: boolean
  onSaved: () => void
}

export const WordsPane = (props: WordsPaneProps) => {
  const { t } = useTranslation('masking')
  const memory = useQuery({ ...api.masking.memory.queryOptions(), staleTime: 0 })
  if (memory.isPending) return <SkeletonRows rows={6} />
  if (memory.isError) return <ErrorPanel error={memory.error} what={t('words.notRead')} onRetry={() => void memory.refetch()} />
  return (
    <div className={styles.pane}>
      <WordList {...props} words={memory.data.words} />
      <Memory decisions={memory.data.decisions} onForgotten={props.onSaved} />
    </div>
  )
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: api.masking.memory.key() })

const WordList = ({ words, typed, onType, isAsked, onSaved }: WordsPaneProps & { words: readonly string[] }) => {
  const { t } = useTranslation('masking')
  const language = useLanguage()
  const text = typed ?? words.join('\n')
  const read = readWords(text)
  const save = useMutation({
    mutationFn: (kept: string[]) => core.masking.setWords({ words: kept }),
    onSuccess: async () => { await readAgain(); onType(undefined); onSaved() },
  })
  const isChanged = read.words.join('\n') !== words.join('\n')
  const problems = [
    read.short.length > 0 && t('words.short', { count: shortestWord, words: read.short.slice(0, 5).join(t('separator')) }),
    read.long.length > 0 && t('words.long', { count: longestWord, words: read.long.map((word) => `${word.slice(0, 12)}…`).slice(0, 3).join(t('separator')) }),
    read.excess > 0 && t('words.excess', { shown: formatCount(mostMaskWords, language), count: read.excess }),
  ].filter((problem) => problem !== false)
  return (
    <section className={styles.words} aria-label={t('words.title')}>
      <h3>{t('words.title')}<span>{t('words.count', { shown: formatCount(read.words.length, language), most: formatCount(mostMaskWords, language) })}</span></h3>
      <p className={styles.note}>{t('words.text')}</p>
      <Input.TextArea aria-label={t('words.title')} className={styles.area ?? ''} value={text} placeholder={t('words.example')} status={problems.length > 0 ? 'error' : ''} onChange={(event) => { onType(event.target.value === words.join('\n') ? undefined : event.target.value) }} />
      {problems.map((problem) => <p key={problem} className={styles.problem} role="alert">{problem}</p>)}
      {isAsked && <p className={styles.problem} role="alert">{t('words.unsaved')}</p>}
      {save.isError && <ErrorPanel error={save.error} what={t('words.notSaved')} />}
      <div className={styles.buttons}>
        {typed !== undefined && <Button onClick={() => { onType(undefined) }}>{t('words.reset')}</Button>}
        <Button type="primary" disabled={!isChanged || !canKeep(read)} loading={save.isPending} onClick={() => { save.mutate(read.words) }}>{t('words.save')}</Button>
      </div>
    </section>
  )
}

const Memory = ({ decisions, onForgotten }: { decisions: readonly MaskDecision[]; onForgotten: () => void }) => {
  const { t } = useTranslation('masking')
  const drop = useMutation({
    mutationFn: ({ kind, text }: MaskDecision) => core.masking.forget({ kind, text }),
    onSuccess: async () => { await readAgain(); onForgotten() },
  })
  return (
    <section className={styles.memory} aria-label={t('memory.title')}>
      <h3>{t('memory.title')}<span>{decisions.length > 0 && decisions.length}</span></h3>
      <p className={styles.note}>{t(decisions.length === 0 ? 'memory.empty' : 'memory.text')}</p>
      {drop.isError && <ErrorPanel error={drop.error} what={t('detail.notForgotten')} />}
      <ul>
        {decisions.map((decision) => (
          <li key={keyOf(decision)}>
            <span className={styles.kind}>{t(`kind.${decision.kind}`)}</span>
            <span className={styles.text} dir="auto" title={decision.text}>{decision.text}</span>
            <span className={styles.form} data-action={decision.decision.action}>{decision.decision.action === 'replace' ? decision.decision.by : t(`action.${decision.decision.action}`)}</span>
            <Button size="small" type="link" aria-label={t('memory.forget', { text: decision.text })} onClick={() => { drop.mutate(decision) }}>{t('detail.forget')}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
