/** A picture of its own with its caption. */
import css from '../body.module.css'
import { CaptionLabel, isCounted } from './Caption'
import { MarkedText } from './InlineView'
import { Picture } from './Picture'
import { useBlockElement, useBodyView } from './ViewContext'
import type { KnownBlock } from '#shared/model/body/blocks'

const sides: Readonly<Record<string, string | undefined>> = { left: css.figureLeft, right: css.figureRight }

export const FigureView = ({ image }: { image: Extract<KnownBlock, { type: 'image' }> }) => {
  const { attachmentUrl } = useBodyView()
  const element = useBlockElement()
  const caption = image.caption ?? ''
  return (
    <figure {...element(image.id)} className={[css.figure, sides[image.align ?? ''], isCounted(caption) && css.countedFigure].filter(Boolean).join(' ')}>
      <Picture src={attachmentUrl(image.attachment)} alt={image.alt} width={image.width} height={image.height} />
      {caption && <figcaption className={css.caption}><CaptionLabel caption={caption} kind="figure" /><MarkedText text={caption} /></figcaption>}
    </figure>
  )
}
