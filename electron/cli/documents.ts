/** The command that writes a record as a document. */
import { fileNameOf } from '#shared/text/fileName'
import { exportWarningText } from '#shared/text/messages/failureText'
import { findRecord, newFile, openLibrary, type CommandContext } from './context'
import { exitCodes, printJson, printLine, printWarning } from './output'
import { cliTexts, fill } from './texts.data'

/** Without a file, one in the current folder that is called by the record's number and title. */
export const exportWord = async (context: CommandContext, named: string, file: string | undefined, force: boolean, allowRestricted: boolean): Promise<number> => {
  const { core: { client }, language, json } = context
  // That a restricted record left is written into the library.
  await openLibrary(context, allowRestricted)
  const { id, content: { number, title } } = await client.records.get({ id: await findRecord(context, named) })
  const to = await newFile(file ?? fileNameOf(`${number} ${title}`, number, 'docx'), force)
  const made = await client.documents.word({ id, to, allowRestricted })
  if (json) printJson(made)
  else {
    made.warnings.forEach((warning) => { printWarning(exportWarningText(warning, language)) })
    printLine(fill(cliTexts[language].export.done, { path: to }))
  }
  return exitCodes.done
}
