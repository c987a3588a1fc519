/** The command that says what a library is that lies in another folder too: moved here, or a copy. */
import { findLibrary } from './cliCore'
import type { CommandContext } from './context'
import { exitCodes, printJson, printLine, warnOfDamage } from './output'
import { cliTexts, fill } from './texts.data'

export interface SettleOptions { moved?: boolean; copy?: boolean; name?: string; unitCode?: string }

type Answer = { answer: 'moved' } | { answer: 'copy'; name: string | undefined; unitCode: string }

/** What was answered; undefined for less or more than one answer. A copy needs a code: nobody looks over one that we would make up. */
export const answerOf = ({ moved, copy, name, unitCode }: SettleOptions): Answer | undefined => {
  if (moved) return { answer: 'moved' }
  return copy && unitCode !== undefined ? { answer: 'copy', name, unitCode } : undefined
}

export const settle = async (context: CommandContext, answer: Answer): Promise<number> => {
  const { core: { client }, language, json } = context
  const texts = cliTexts[language].settle
  const opened = await client.library.open({ path: await findLibrary(context.core, context.library), write: true })
  warnOfDamage(opened.damaged, language)
  const nameOffered = fill(texts.nameOffered, { name: opened.library.name })
  const { path, library: { id, name, unit, forkedFrom } } = await client.library.settleCopy(answer.answer === 'moved' ? answer : { ...answer, name: answer.name ?? nameOffered })
  if (json) printJson({ id, name, unitCode: unit.code, path, forkedFrom })
  else printLine(fill(answer.answer === 'moved' ? texts.movedDone : texts.copyDone, { name, unitCode: unit.code, path }))
  return exitCodes.done
}
