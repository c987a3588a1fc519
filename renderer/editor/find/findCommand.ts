/** The wish to find and replace, by whatever but its keys. */
import { createCommand, type LexicalCommand } from 'lexical'

export const FIND_COMMAND: LexicalCommand<undefined> = createCommand('lf/find')
