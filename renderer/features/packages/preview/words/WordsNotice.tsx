/** Says in an opened package that its sender uses words that this library does not have, and what becomes of them. */
import { BookType } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { WordsToAdd } from '#shared/contract/packageMerge'
import type { WordMap } from '#shared/model/wordMaps'
import { chooseWords } from '../mergeDraft'
import { WordsDialog } from './WordsDialog'
import { firstFates } from './wordFates'
import styles from '../preview.module.css'

interface WordsNoticeProps { jobId: string; sender: { id: string; name: string }; words: WordMap | undefined; addWords: WordsToAdd }

export const WordsNotice = ({ jobId, sender, words, addWords }: WordsNoticeProps) => {
  const { t } = useTranslation('packages')
  const [isOpen, setOpen] = useState(false)
  const asked = useQuery(api.packages.foreignWords.queryOptions({ input: { jobId } }))
  const foreign = asked.data ?? []
  const library = useQuery(api.library.current.queryOptions()).data?.library
  if (asked.isError) return <ErrorPanel error={asked.error} what={t('words.notRead')} onRetry={() => void asked.refetch()} isRetrying={asked.isFetching} />
  if (foreign.length === 0 || !library) return null
  const fates = [...firstFates(foreign, words, addWords).values()]
  const count = (fate: string): number => fates.filter((each) => each.fate === fate).length
  const [led, added] = [count('into'), count('add')]
  return (
    <p className={styles.note} data-tone="blue">
      <BookType size={15} aria-hidden="true" />
      <span className={styles.noteText}>
        {t('words.notice', { count: foreign.length })}
        {led > 0 && t(words ? 'words.led' : 'words.ledBefore', { count: led })}{added > 0 && t('words.added', { count: added })}{led + added > 0 && led + added < foreign.length && t('words.kept', { count: foreign.length - led - added })}
      </span>
      <Button size="small" onClick={() => { setOpen(true) }}>{t(words ? 'words.change' : 'words.handle')}</Button>
      {isOpen && (
        <WordsDialog
          foreign={foreign} library={library} sender={sender} words={words} addWords={addWords}
          onChoose={(chosen, add) => { chooseWords(jobId, chosen, add) }} onClose={() => { setOpen(false) }}
        />
      )}
    </p>
  )
}
