/** Inlines as read: marked text, links, footnote numbers. */
import { CircleHelp } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isKnownInline, type Inline, type TextInline } from '#shared/model/body/inlines'
import css from '../body.module.css'
import { RecordLink } from '../records/RecordLink'
import { Picture } from './Picture'
import { safeHref } from './safeHref'
import { useBodyView } from './ViewContext'

const wrappers: Readonly<Record<string, (content: ReactNode) => ReactNode>> = {
  bold: (content) => <strong className={css.bold}>{content}</strong>,
  italic: (content) => <em className={css.italic}>{content}</em>,
  superscript: (content) => <sup className={css.superscript}>{content}</sup>,
  subscript: (content) => <sub className={css.subscript}>{content}</sub>,
  code: (content) => <code className={css.code}>{content}</code>,
  highlight: (content) => <span className={css.highlight}>{content}</span>,
}

/** Text with the searched words marked. */
export const MarkedText = ({ text }: { text: string }) => {
  const { highlight } = useBodyView()
  if (!highlight) return <>{text}</>
  return <>{text.split(highlight).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}</>
}

const TextView = ({ inline: { text, marks = [] } }: { inline: TextInline }) => {
  const underline = marks.includes('underline')
  const strike = marks.includes('strike')
  const line = underline && strike ? css.underlineStrike : underline ? css.underline : strike ? css.strike : undefined
  const content: ReactNode = <MarkedText text={text} />
  const lined = line ? <span className={line}>{content}</span> : content
  return <>{marks.reduceRight<ReactNode>((inner, mark) => (Object.hasOwn(wrappers, mark) ? wrappers[mark]?.(inner) : inner), lined)}</>
}

const LinkView = ({ href, children }: { href: string, children: ReactNode }) => {
  const address = safeHref(href)
  if (!address) return <span className={css.deadLink} title={href}>{children}</span>
  return <a className={css.link} href={address} target="_blank" rel="noreferrer noopener">{children}</a>
}

const RecordLinkView = ({ recordId, text }: { recordId: string, text: string }) => {
  const { onOpenRecord, missingRecords, records } = useBodyView()
  return (
    <RecordLink recordId={recordId} isMissing={missingRecords.has(recordId)} source={records} onOpen={() => { onOpenRecord(recordId) }}>
      <MarkedText text={text} />
    </RecordLink>
  )
}

const FootnoteNumber = ({ id }: { id: string }) => {
  const { footnotes } = useBodyView()
  const { t } = useTranslation('editor')
  const number = footnotes.get(id) ?? 0
  return <a className={css.footnote} id={`footnote-ref-${id}`} href={`#footnote-${id}`} role="doc-noteref" aria-label={t('footnote', { number })} onClick={jump}>[{number}]</a>
}

/** The app routes by the hash, so a footnote is scrolled to instead of followed. */
export const jump = (event: React.MouseEvent<HTMLAnchorElement>): void => {
  event.preventDefault()
  const target = document.getElementById(event.currentTarget.hash.slice(1))
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}

const InlineView = ({ inline }: { inline: Inline }) => {
  const { attachmentUrl } = useBodyView()
  const { t } = useTranslation('editor')
  if (!isKnownInline(inline)) {
    return <span className={`${css.unknown} ${css.unknownInline}`}><CircleHelp size={13} aria-hidden />{t('unknown', { type: inline.type })}</span>
  }
  switch (inline.type) {
    case 'text': return <TextView inline={inline} />
    case 'break': return <br />
    case 'link': return <LinkView href={inline.href}><InlinesView inlines={inline.inlines} /></LinkView>
    case 'recordLink': return <RecordLinkView recordId={inline.recordId} text={inline.text} />
    case 'image': return <Picture inline src={attachmentUrl(inline.attachment)} alt={inline.alt} width={inline.width} height={inline.height} />
    case 'footnote': return <FootnoteNumber id={inline.id} />
  }
}

const PlainInlines = ({ inlines }: { inlines: readonly Inline[] }) =>
  <>{inlines.map((inline, index) => <Fragment key={index}><InlineView inline={inline} /></Fragment>)}</>

const partTags = { same: Fragment, removed: 'del', added: 'ins' } as const

export const InlinesView = ({ inlines }: { inlines: readonly Inline[] }) => {
  const parts = useBodyView().linesInParts?.get(inlines)
  if (!parts) return <PlainInlines inlines={inlines} />
  return <>{parts.map(({ kind, inlines: part }, index) => {
    const Tag = partTags[kind]
    return <Tag key={index}><PlainInlines inlines={part} /></Tag>
  })}</>
}
