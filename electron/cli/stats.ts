/** The command that tells a figure: as an Excel file, or as JSON. */
import type { Figure } from '#shared/contract/statistics'
import { newFile, openLibrary, type CommandContext } from './context'
import { exitCodes, printJson, printLine } from './output'
import { cliTexts, fill } from './texts.data'

const figureOf = async ({ core: { client: { statistics } } }: CommandContext, figure: Figure): Promise<unknown> => {
  switch (figure) {
    case 'citations': return statistics.citations({ limit: 500 })
    case 'coverage': return statistics.coverage()
    case 'replication': return statistics.replication()
    case 'benefits': return statistics.benefits()
    case 'conversion': return statistics.conversion()
    case 'overdue': return statistics.overdue({ limit: 1000 })
  }
}

/** Without a file, one in the current folder that is called by the figure; with JSON and no file none at all. */
export const tellFigure = async (context: CommandContext, figure: Figure, file: string | undefined, force: boolean): Promise<number> => {
  const { core: { client }, language, json } = context
  await openLibrary(context, false)
  if (json && file === undefined) {
    printJson(await figureOf(context, figure))
    return exitCodes.done
  }
  const to = await newFile(file ?? `${figure}.xlsx`, force)
  const made = await client.statistics.export({ figure, to })
  if (json) printJson(made)
  else printLine(fill(cliTexts[language].export.done, { path: to }))
  return exitCodes.done
}
