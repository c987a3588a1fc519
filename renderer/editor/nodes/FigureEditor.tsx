/** A picture in the editor: its caption is written below it, its description and width are set while it is selected. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { $getNodeByKey, $setState, HISTORY_MERGE_TAG, type NodeKey } from 'lexical'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { ImageBlock } from '#shared/model/body/blocks'
import bodyCss from '../body.module.css'
import css from '../editor.module.css'
import { useEditorSurroundings } from '../EditorContext'
import { blockAtomState } from '../mapping/nodeState'
import { CaptionLabel, isCounted } from '../view/Caption'
import { Picture } from '../view/Picture'
import { useKeptFromEditor } from './useKeptFromEditor'
import { WidthHandle } from './WidthHandle'

type Image = Pick<z.infer<typeof ImageBlock>, 'attachment' | 'alt' | 'caption' | 'align' | 'width' | 'height'>

interface FigureEditorProps { nodeKey: NodeKey, image: Image }

/** One field of the picture. What is typed at one visit is one step to undo. */
const useField = (nodeKey: NodeKey, field: 'caption' | 'alt') => {
  const [editor] = useLexicalComposerContext()
  const [isFirst, setIsFirst] = useState(true)
  const change = (value: string): void => {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey)
      if (node) $setState(node, blockAtomState, ({ [field]: _previous, ...block }) => (field === 'caption' && value === '' ? block : { ...block, [field]: value }))
    }, isFirst ? {} : { tag: HISTORY_MERGE_TAG })
    setIsFirst(false)
  }
  return { change, leave: () => { setIsFirst(true) } }
}

const Field = ({ nodeKey, field, value, placeholder, className }: { nodeKey: NodeKey, field: 'caption' | 'alt', value: string, placeholder: string, className: string | undefined }) => {
  const { change, leave } = useField(nodeKey, field)
  const [text, setText] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) { setShown(value); setText(value) }
  return (
    <input
      className={className} value={text} placeholder={placeholder} aria-label={placeholder} size={Math.max(12, text.length * 2)}
      onChange={(event) => { setText(event.target.value); setShown(event.target.value); change(event.target.value) }} onBlur={leave}
    />
  )
}

export const FigureEditor = ({ nodeKey, image }: FigureEditorProps) => {
  const { t } = useTranslation('editor')
  const { attachmentUrl } = useEditorSurroundings()
  const [editor] = useLexicalComposerContext()
  const [isSelected] = useLexicalNodeSelection(nodeKey)
  const fields = useKeptFromEditor<HTMLElement>()
  const [draft, setDraft] = useState<number>()
  const caption = image.caption ?? ''
  const width = draft ?? image.width
  const height = width && image.width && image.height ? Math.round(image.height * width / image.width) : image.height
  const resize = (next: number): void => {
    setDraft(undefined)
    editor.update(() => {
      const node = $getNodeByKey(nodeKey)
      const ratio = image.width && image.height ? image.height / image.width : undefined
      if (node) $setState(node, blockAtomState, (block) => ({ ...block, width: next, ...(ratio ? { height: Math.max(1, Math.round(next * ratio)) } : {}) }))
    })
  }
  return (
    <figure ref={fields} className={isCounted(caption) ? `${bodyCss.figure} ${bodyCss.countedFigure}` : bodyCss.figure} style={image.align ? { textAlign: image.align } : undefined}>
      <span className={css.pictureFrame}>
        <Picture src={attachmentUrl(image.attachment)} alt={image.alt} width={width} height={height} />
        {isSelected && <WidthHandle width={width} onDraft={setDraft} onChange={resize} />}
      </span>
      <figcaption className={bodyCss.caption}>
        <CaptionLabel caption={caption} kind="figure" />
        <Field nodeKey={nodeKey} field="caption" value={caption} placeholder={t('picture.caption')} className={css.captionField} />
        {isSelected && <Field nodeKey={nodeKey} field="alt" value={image.alt} placeholder={t('picture.alt')} className={css.altField} />}
      </figcaption>
    </figure>
  )
}
