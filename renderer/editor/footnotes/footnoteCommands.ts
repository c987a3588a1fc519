/** The wishes to write a footnote, whoever utters them. */
import { createCommand, type LexicalCommand, type NodeKey } from 'lexical'

/** Puts a footnote in at the caret and opens it to be written. */
export const FOOTNOTE_COMMAND: LexicalCommand<undefined> = createCommand('lf/footnote')
/** Opens the footnote of a node to be written in. */
export const EDIT_FOOTNOTE_COMMAND: LexicalCommand<NodeKey> = createCommand('lf/edit-footnote')
