/** The wish to choose pictures from this machine, whoever utters it. */
import { createCommand, type LexicalCommand } from 'lexical'

export const CHOOSE_PICTURES_COMMAND: LexicalCommand<undefined> = createCommand('lf/choose-pictures')
