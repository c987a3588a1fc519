/** Why two records are perhaps the same: title, file and results in a line, and on demand the sentences that both have, what is shared marked. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Marked } from '#renderer/ui/marks/Marked'
import type { DuplicateReason } from '#shared/model/duplicates'
import styles from './duplicates.module.css'

const useReasonText = () => {
  const { t } = useTranslation('duplicates')
  return (reason: DuplicateReason): string => {
    switch (reason.kind) {
      case 'title': return t(reason.same ? 'reason.title' : 'reason.nearTitle')
      case 'file': return t(reason.same ? 'reason.file' : 'reason.fileName', { name: reason.name })
      case 'results': return t('reason.results', { count: reason.results.length, first: reason.results[0] ?? '' })
      case 'sentences': return t('reason.sentences', { count: reason.count })
    }
  }
}

export const ReasonList = ({ reasons }: { reasons: readonly DuplicateReason[] }) => {
  const { t } = useTranslation('duplicates')
  const [isOpen, setIsOpen] = useState(false)
  const text = useReasonText()
  const sentences = reasons.flatMap((reason) => (reason.kind === 'sentences' ? reason.sentences : []))
  const Icon = isOpen ? ChevronDown : ChevronRight
  return (
    <div className={styles.reasons}>
      <p>
        {reasons.map((reason) => <span key={reason.kind} dir="auto">{text(reason)}</span>)}
        {sentences.length > 0 && (
          <button type="button" className={styles.more} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}><Icon size={13} aria-hidden="true" />{t(isOpen ? 'hideSentences' : 'showSentences')}</button>
        )}
      </p>
      {isOpen && (
        <ul className={styles.sentences}>
          {sentences.map(({ text: sentence, marks, sectionTitle, blockId }, index) => (
            <li key={`${blockId ?? ''} ${index}`} dir="auto">{sectionTitle !== '' && <span>{sectionTitle}</span>}<Marked text={sentence} marks={marks} /></li>
          ))}
        </ul>
      )}
    </div>
  )
}
