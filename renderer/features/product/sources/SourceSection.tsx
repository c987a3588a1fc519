/** A section of a source, folded or open. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { recordSource } from '#renderer/client/recordSource'
import { BodyView, type BlockPropsOf } from '#renderer/editor'
import { useNavigation } from '#renderer/ui/navigation'
import type { Section } from '#shared/model/body/body'
import styles from './Source.module.css'

interface SourceSectionProps {
  /** Undefined for what stands before the first section. */
  number: string | undefined
  section: Section
  citations: number
  isOpen: boolean
  onToggle: () => void
  blockProps: BlockPropsOf
}

export const SourceSection = ({ number, section, citations, isOpen, onToggle, blockProps }: SourceSectionProps) => {
  const { t } = useTranslation('product')
  const { openRecord } = useNavigation()
  const body = useMemo(() => ({ version: 1 as const, preamble: section.blocks, sections: [] }), [section.blocks])
  const id = `source-section-${section.id}`
  const isEmpty = section.blocks.length === 0
  return (
    <section className={styles.section} aria-label={section.title}>
      <h3>
        <button type="button" className={styles.fold} aria-expanded={isOpen} aria-controls={id} disabled={isEmpty} onClick={onToggle}>
          {isOpen ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}
          {number !== undefined && <span>{number}</span>}<span className={styles.sectionTitle}>{section.title}</span>
          <span className={styles.figure}>{isEmpty ? t('sources.sectionEmpty') : citations > 0 && t('sources.cited', { count: citations })}</span>
        </button>
      </h3>
      <div id={id} className={styles.text} hidden={!isOpen}>
        {isOpen && <BodyView body={body} attachmentUrl={attachmentUrl} onOpenRecord={openRecord} records={recordSource} blockProps={blockProps} />}
      </div>
    </section>
  )
}
