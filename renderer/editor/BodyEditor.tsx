/** A body as it is edited. The body given at first is where it begins; what is typed is handed out through onChange. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalExtensionComposer } from '@lexical/react/LexicalExtensionComposer'
import { COMMAND_PRIORITY_LOW, KEY_ESCAPE_COMMAND, type LexicalEditor } from 'lexical'
import { memo, useEffect, useImperativeHandle, useMemo, useRef, useState, type ComponentProps, type Ref, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { isOverlayOpen } from '#renderer/ui/openOverlay'
import type { Body } from '#shared/model/body/body'
import { BoxToolbar } from './boxes/BoxToolbar'
import { bodyEditorExtension } from './bodyEditorExtension'
import { createBodyEditorHandle, type BodyEditorHandle } from './bodyEditorHandle'
import bodyCss from './body.module.css'
import { EditorContextProvider, type EditorSurroundings } from './EditorContext'
import { WordCounter } from './counting/WordCounter'
import css from './editor.module.css'
import { Find } from './find/Find'
import { FootnoteTools } from './footnotes/FootnoteTools'
import { LinkTools } from './links/LinkTools'
import { createBodyReader } from './mapping/bodyReader'
import { BlockMover } from './moving/BlockMover'
import { CitationFeet } from './nodes/CitationFeet'
import { useAtomEnter } from './nodes/useAtomEnter'
import { usePasteReports } from './paste/usePasteReports'
import { usePictures } from './pictures/usePictures'
import { SlashMenu } from './slash/SlashMenu'
import { TableToolbar } from './tables/TableToolbar'
import { Toolbar } from './toolbar/Toolbar'
import { useSelectionState } from './toolbar/useSelectionState'

interface BodyEditorProps extends Omit<EditorSurroundings, 'missingRecords'> {
  missingRecords?: ReadonlySet<string>
  handle?: Ref<BodyEditorHandle>
  /** Read once, when the editor is first shown. */
  initialBody: Body
  /** Called after every change of the content; `readBody` gives the body as it is at that moment, as late as it is wanted. */
  onChange: (readBody: () => Body) => void
  onEscape?: () => void
  /** What scrolls. */
  column: RefObject<HTMLElement | null>
  autoFocus?: boolean
}

const useChanges = (editor: LexicalEditor, filledWith: Body, onChange: BodyEditorProps['onChange']): void => {
  useEffect(() => {
    const reader = createBodyReader(editor, filledWith)
    // Read once while nobody types, it is only ever read of what changed.
    const idle = requestIdleCallback(() => { reader.read(editor.getEditorState()) })
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, editorState, prevEditorState }) => {
      // The state before the first is empty: what fills it is the body that was given.
      if (prevEditorState.isEmpty() || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return
      onChange(() => reader.read(editorState))
    })
    return () => { cancelIdleCallback(idle); stop(); reader.stop() }
  }, [editor, filledWith, onChange])
}

const useEscape = (editor: LexicalEditor, onEscape: (() => void) | undefined): void => {
  useEffect(() => {
    if (!onEscape) return
    return editor.registerCommand(KEY_ESCAPE_COMMAND, () => { if (!isOverlayOpen()) onEscape(); return true }, COMMAND_PRIORITY_LOW)
  }, [editor, onEscape])
}

type InsideProps = Pick<BodyEditorProps, 'addPicture' | 'column' | 'onChange' | 'onEscape' | 'autoFocus' | 'handle'> & { filledWith: Body }

const none: ReadonlySet<string> = new Set()

const Inside = ({ filledWith, addPicture, column, onChange, onEscape, autoFocus = false, handle }: InsideProps) => {
  const [editor] = useLexicalComposerContext()
  const { t } = useTranslation('editor')
  const state = useSelectionState(editor)
  const text = useRef<HTMLDivElement>(null)
  useChanges(editor, filledWith, onChange)
  useEscape(editor, onEscape)
  usePictures(editor, addPicture)
  useAtomEnter(editor)
  usePasteReports(editor)
  useImperativeHandle(handle, () => createBodyEditorHandle(editor), [editor])
  useEffect(() => { if (autoFocus) editor.focus(undefined, { defaultSelection: 'rootStart' }) }, [editor, autoFocus])
  return (
    <>
      <Toolbar editor={editor} state={state} />
      <div className={css.contextDock}>
        <BoxToolbar editor={editor} tone={state.tone} />
        <TableToolbar editor={editor} />
      </div>
      <CitationFeet editor={editor} />
      <LinkTools editor={editor} />
      <FootnoteTools editor={editor} />
      <SlashMenu editor={editor} />
      <Find root={text} column={column} editor={editor} />
      <BlockMover editor={editor} text={text} column={column} />
      <ContentEditable ref={text} className={`${bodyCss.body} ${css.editable}`} aria-label={t('label')} aria-multiline spellCheck={false} />
      <WordCounter editor={editor} />
    </>
  )
}

const Editor = ({ initialBody, attachmentUrl, addPicture, onOpenRecord, records, missingRecords = none, ...inside }: BodyEditorProps) => {
  const { t } = useTranslation('editor')
  const [filledWith] = useState(initialBody)
  const [extension] = useState(() => bodyEditorExtension(filledWith, {
    tableLabel: t('tableLabel'), missingPicture: (alt) => (alt === '' ? t('paste.picture') : t('paste.pictureNamed', { alt })),
  }))
  const surroundings = useMemo(
    () => ({ attachmentUrl, addPicture, onOpenRecord, records, missingRecords }), [attachmentUrl, addPicture, onOpenRecord, records, missingRecords],
  )
  return (
    <EditorContextProvider value={surroundings}>
      <LexicalExtensionComposer extension={extension} contentEditable={null}>
        <Inside filledWith={filledWith} addPicture={addPicture} {...inside} />
      </LexicalExtensionComposer>
    </EditorContextProvider>
  )
}

type EditorProps = ComponentProps<typeof Editor>

/** `initialBody` is another one after each save, and no concern of an editor that is already there. */
const isShownAlike = ({ initialBody: _before, ...before }: EditorProps, { initialBody: _after, ...after }: EditorProps): boolean => {
  const there = new Map(Object.entries(after))
  return Object.keys(before).length === there.size && Object.entries(before).every(([key, value]) => Object.is(value, there.get(key)))
}

export const BodyEditor = memo(Editor, isShownAlike)
