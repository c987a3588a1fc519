/** Blocks as read. */
import { CircleHelp } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { isKnownBlock, type Block, type KnownBlock } from '#shared/model/body/blocks'
import css from '../body.module.css'
import { gatherLists } from '../mapping/listTree'
import { alignStyle } from './alignStyle'
import { BoxIcon } from './BoxIcon'
import { FigureView } from './FigureView'
import { InlinesView } from './InlineView'
import { ListView } from './ListView'
import { TableView } from './TableView'
import { useBodyView } from './ViewContext'

const headings = [
  { Tag: 'h3', className: css.heading1 }, { Tag: 'h4', className: css.heading2 }, { Tag: 'h5', className: css.heading3 },
  { Tag: 'h6', className: css.heading4 }, { Tag: 'h6', className: css.heading5 },
] as const

const HeadingView = ({ heading }: { heading: Extract<KnownBlock, { type: 'heading' }> }) => {
  const { Tag, className } = headings[heading.level - 1] ?? headings[4]
  return <Tag id={`block-${heading.id}`} className={className} style={alignStyle(heading)}><InlinesView inlines={heading.inlines} /></Tag>
}

const QuoteView = ({ quote }: { quote: Extract<KnownBlock, { type: 'quote' }> }) => {
  const { onOpenRecord } = useBodyView()
  const { t } = useTranslation('editor')
  const { citation } = quote
  return (
    <blockquote id={`block-${quote.id}`} className={css.quote}>
      <BoxIcon name="quote" />
      <div>
        <BlocksView blocks={quote.blocks} />
        {citation && (
          <cite className={css.citation}>
            <button type="button" className={css.recordLink} onClick={() => { onOpenRecord(citation.recordId) }}>{t('backToSource')}</button>
          </cite>
        )}
      </div>
    </blockquote>
  )
}

const BlockView = ({ block }: { block: Block }) => {
  const { t } = useTranslation('editor')
  const id = `block-${block.id}`
  if (!isKnownBlock(block)) return <div id={id} className={css.unknown}><CircleHelp size={15} aria-hidden />{t('unknown', { type: block.type })}</div>
  switch (block.type) {
    case 'paragraph': return <p id={id} className={css.paragraph} style={alignStyle(block)}>{block.inlines.length > 0 ? <InlinesView inlines={block.inlines} /> : <br />}</p>
    case 'heading': return <HeadingView heading={block} />
    case 'listItem': return <ListView items={[block]} renderItem={(item) => <InlinesView inlines={item.inlines} />} />
    case 'image': return <FigureView image={block} />
    case 'divider': return <hr id={id} className={css.divider} />
    case 'quote': return <QuoteView quote={block} />
    case 'callout': return (
      <aside id={id} className={css.callout} data-tone={block.tone}><BoxIcon name={block.tone} /><div><BlocksView blocks={block.blocks} /></div></aside>
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
