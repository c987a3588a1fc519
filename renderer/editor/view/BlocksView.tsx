/** Blocks as read. */
import { CircleHelp } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { CitationLine } from '#renderer/ui/marks/CitationLine'
import { isKnownBlock, type Block, type KnownBlock } from '#shared/model/body/blocks'
import css from '../body.module.css'
import { gatherLists } from '../mapping/listTree'
import { placeOf } from '../openRecordAt'
import { alignStyle } from './alignStyle'
import { BoxIcon } from './BoxIcon'
import { FigureView } from './FigureView'
import { InlinesView } from './InlineView'
import { ListView } from './ListView'
import { TableView } from './TableView'
import { useBlockElement, useBodyView } from './ViewContext'

const headings = [
  { Tag: 'h3', className: css.heading1 }, { Tag: 'h4', className: css.heading2 }, { Tag: 'h5', className: css.heading3 },
  { Tag: 'h6', className: css.heading4 }, { Tag: 'h6', className: css.heading5 },
] as const

const HeadingView = ({ heading }: { heading: Extract<KnownBlock, { type: 'heading' }> }) => {
  const { Tag, className } = headings[heading.level - 1] ?? headings[4]
  const element = useBlockElement()
  return <Tag {...element(heading.id)} className={className} dir="auto" style={alignStyle(heading)}><InlinesView inlines={heading.inlines} /></Tag>
}

const QuoteView = ({ quote }: { quote: Extract<KnownBlock, { type: 'quote' }> }) => {
  const { onOpenRecord, missingRecords } = useBodyView()
  const element = useBlockElement()
  const { citation } = quote
  return (
    <blockquote {...element(quote.id)} className={css.quote}>
      <BoxIcon name="quote" />
      <div><BlocksView blocks={quote.blocks} /></div>
      {citation && (
        <footer className={css.quoteFoot}>
          <CitationLine citation={citation} isMissing={missingRecords.has(citation.recordId)} onOpen={() => { onOpenRecord(citation.recordId, placeOf(citation)) }} />
        </footer>
      )}
    </blockquote>
  )
}

const BlockView = ({ block }: { block: Block }) => {
  const { t } = useTranslation('editor')
  const element = useBlockElement()(block.id)
  if (!isKnownBlock(block)) return <div {...element} className={css.unknown}><CircleHelp size={15} aria-hidden />{t('unknown', { type: block.type })}</div>
  switch (block.type) {
    case 'paragraph': return <p {...element} className={css.paragraph} dir="auto" style={alignStyle(block)}>{block.inlines.length > 0 ? <InlinesView inlines={block.inlines} /> : <br />}</p>
    case 'heading': return <HeadingView heading={block} />
    case 'listItem': return <ListView items={[block]} renderItem={(item) => <InlinesView inlines={item.inlines} />} />
    case 'image': return <FigureView image={block} />
    case 'divider': return <hr {...element} className={css.divider} />
    case 'quote': return <QuoteView quote={block} />
    case 'callout': return (
      <aside {...element} className={css.callout} data-tone={block.tone}><BoxIcon name={block.tone} /><div><BlocksView blocks={block.blocks} /></div></aside>
    )
    case 'table': return <TableView table={block} renderBlocks={(blocks) => <BlocksView blocks={blocks} />} />
  }
}

export const BlocksView = ({ blocks }: { blocks: readonly Block[] }) => (
  <>
    {gatherLists(blocks).map((part, index) => (
      <Fragment key={index}>
        {'list' in part ? <ListView items={part.list} renderItem={(item) => <InlinesView inlines={item.inlines} />} /> : <BlockView block={part.block} />}
      </Fragment>
    ))}
  </>
)
