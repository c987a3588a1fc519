/** The editor of bodies, put together. */
import { ClickAfterLastBlockExtension } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { CheckListExtension } from '@lexical/list'
import { defineExtension } from 'lexical'
import type { Body } from '#shared/model/body/body'
import { bodyTheme } from './bodyTheme'
import { BodyNodesExtension } from './extensions/bodyNodes'
import { ClicksExtension } from './extensions/clicks'
import { ContainersExtension } from './extensions/containers'
import { FarBlocksExtension } from './extensions/farBlocks'
import { FreshSelectionExtension } from './extensions/freshSelection'
import { KeyboardExtension } from './extensions/keyboard'
import { drawingExtension } from './extensions/drawing'
import { MarkdownShortcutsExtension } from './extensions/markdown'
import { FormatKeysExtension } from './formatting/formatKeys'
import { $writeBody } from './mapping/body'
import { PendingPictureNode } from './nodes/PendingPictureNode'
import { pasteExtension } from './paste/pasteExtension'

/** `texts` are the words that the editor writes outside React. */
export const bodyEditorExtension = (initialBody: Body, texts: { tableLabel: string, missingPicture: (alt: string) => string }) => defineExtension({
  name: 'lf/body-editor',
  namespace: 'liangfang',
  theme: bodyTheme,
  nodes: () => [PendingPictureNode],
  dependencies: [
    BodyNodesExtension, ContainersExtension, ClicksExtension, FarBlocksExtension, FreshSelectionExtension, KeyboardExtension, FormatKeysExtension, MarkdownShortcutsExtension, drawingExtension(texts),
    HistoryExtension, CheckListExtension, ClickAfterLastBlockExtension, pasteExtension(texts),
  ],
  $initialEditorState: () => { $writeBody(initialBody) },
  onError: (error) => { throw error },
})
