/** The editor of bodies, put together. */
import { ClipboardDOMImportExtension } from '@lexical/clipboard'
import { ClickAfterLastBlockExtension } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { DOMImportExtension } from '@lexical/html'
import { CheckListExtension, WordListImportExtension } from '@lexical/list'
import { configExtension, defineExtension } from 'lexical'
import type { Body } from '#shared/model/body/body'
import { bodyTheme } from './bodyTheme'
import { BodyNodesExtension } from './extensions/bodyNodes'
import { ClicksExtension } from './extensions/clicks'
import { ContainersExtension } from './extensions/containers'
import { KeyboardExtension } from './extensions/keyboard'
import { drawingExtension } from './extensions/drawing'
import { MarkdownShortcutsExtension } from './extensions/markdown'
import { pasteRules } from './extensions/pasteRules'
import { $writeBody } from './mapping/body'
import { PendingPictureNode } from './nodes/PendingPictureNode'

/** `texts` are the words that the editor draws outside React. */
export const bodyEditorExtension = (initialBody: Body, texts: { tableLabel: string }) => defineExtension({
  name: 'lf/body-editor',
  namespace: 'liangfang',
  theme: bodyTheme,
  nodes: () => [PendingPictureNode],
  dependencies: [
    BodyNodesExtension, ContainersExtension, ClicksExtension, KeyboardExtension, MarkdownShortcutsExtension, drawingExtension(texts),
    HistoryExtension, CheckListExtension, ClickAfterLastBlockExtension,
    ClipboardDOMImportExtension, WordListImportExtension, configExtension(DOMImportExtension, { rules: pasteRules }),
  ],
  $initialEditorState: () => { $writeBody(initialBody) },
  onError: (error) => { throw error },
})
