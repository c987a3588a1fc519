/** A body as it is read: static, in the editor's typography, every section and block reachable by its id. */
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Body } from '#shared/model/body/body'
import css from './body.module.css'
import type { OpenRecordAt } from './openRecordAt'
import type { RecordSource } from './records/recordSource'
import { BlocksView } from './view/BlocksView'
import { bodyFootnotes } from './view/footnotes'
import { InlinesView, jump, MarkedText } from './view/InlineView'
import { ViewContextProvider, type BlockPropsOf, type LinesInParts } from './view/ViewContext'

interface BodyViewProps {
  body: Body
  attachmentUrl: (sha256: string) => string
  onOpenRecord: OpenRecordAt
  /** Cited or linked records that are not in this library. */
  missingRecords?: ReadonlySet<string>
  /** Gives links to records their cards. */
  records?: RecordSource
  /** Adds to the elements of blocks. */
  blockProps?: BlockPropsOf
  linesInParts?: LinesInParts
  /** Words to mark wherever they stand, whatever their case. */
  highlight?: readonly string[]
}

const wordPattern = (words: readonly string[]): RegExp | undefined => {
  const escaped = words.filter((word) => word.trim() !== '').sort((a, b) => b.length - a.length).map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return escaped.length > 0 ? new RegExp(`(${escaped.join('|')})`, 'iu') : undefined
}

const none: ReadonlySet<string> = new Set()

const Footnotes = ({ body }: { body: Body }) => {
  const { t } = useTranslation('editor')
  const footnotes = useMemo(() => bodyFootnotes(body), [body])
  if (footnotes.length === 0) return null
  return (
    <ol className={css.footnotes} aria-label={t('footnotes')}>
      {footnotes.map(({ id, inlines }, index) => (
        <li key={id} id={`footnote-${id}`} tabIndex={-1}>
          <a className={css.footnote} href={`#footnote-ref-${id}`} role="doc-backlink" aria-label={t('footnoteBack', { number: index + 1 })} onClick={jump}>[{index + 1}]</a>
          <span><InlinesView inlines={inlines} /></span>
        </li>
      ))}
    </ol>
  )
}

export const BodyView = memo(({ body, attachmentUrl, onOpenRecord, missingRecords = none, records, blockProps, linesInParts, highlight }: BodyViewProps) => {
  const words = highlight?.join('\n')
  const context = useMemo(() => ({
    attachmentUrl, onOpenRecord, missingRecords, records, blockProps, linesInParts, highlight: wordPattern(words?.split('\n') ?? []),
    footnotes: new Map(bodyFootnotes(body).map(({ id }, index) => [id, index + 1])),
  }), [body, attachmentUrl, onOpenRecord, missingRecords, records, blockProps, linesInParts, words])
  return (
    <ViewContextProvider value={context}>
      <div className={css.body}>
        <BlocksView blocks={body.preamble} />
        {body.sections.map((section) => (
          <section key={section.id} id={`section-${section.id}`} className={css.section} aria-label={section.title}>
            <h2 className={css.sectionHeading}><MarkedText text={section.title} /></h2>
            <BlocksView blocks={section.blocks} />
          </section>
        ))}
        <Footnotes body={body} />
      </div>
    </ViewContextProvider>
  )
})
BodyView.displayName = 'BodyView'
