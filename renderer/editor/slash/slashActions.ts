/** What the items of the slash menu do at the caret. Call within an update. */
import { $insertList } from '@lexical/list'
import type { LexicalEditor } from 'lexical'
import { $callOut, $toggleQuote } from '../extensions/containers'
import { FOOTNOTE_COMMAND } from '../footnotes/footnoteCommands'
import { LINK_COMMAND } from '../links/linkActions'
import { $toggleNumbering } from '../numbering/numberingActions'
import { CHOOSE_PICTURES_COMMAND } from '../pictures/choosePictures'
import { $insertTable } from '../tables/tableActions'
import { $insertDivider, $setBlockKind } from '../toolbar/blockActions'
import type { SlashItem } from './slashWords.data'

export const slashActions: Readonly<Record<SlashItem, (editor: LexicalEditor) => void>> = {
  section: () => { $setBlockKind('section') },
  heading1: () => { $setBlockKind('heading1') },
  heading2: () => { $setBlockKind('heading2') },
  heading3: () => { $setBlockKind('heading3') },
  bullet: () => { $insertList('bullet') },
  number: () => { $toggleNumbering('') },
  chinese: () => { $toggleNumbering('chinese') },
  check: () => { $insertList('check') },
  table: () => { $insertTable(3, 3) },
  picture: (editor) => { editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, undefined) },
  quote: $toggleQuote,
  note: () => { $callOut('note') },
  tip: () => { $callOut('tip') },
  warning: () => { $callOut('warning') },
  danger: () => { $callOut('danger') },
  divider: $insertDivider,
  footnote: (editor) => { editor.dispatchCommand(FOOTNOTE_COMMAND, undefined) },
  link: (editor) => { editor.dispatchCommand(LINK_COMMAND, undefined) },
}
