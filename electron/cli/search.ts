/** `liangfang search`: the same search as on screen, its answer printed. */
import { setTimeout as wait } from 'node:timers/promises'
import type { QueryProblem, SearchAnswer, SearchHit, SearchRequest } from '#shared/contract/search'
import type { Language } from '#shared/model/language'
import { openLibrary, pollMs, type CommandContext } from './context'
import { exitCodes, printJson, printLine, showProgress } from './output'
import { cliTexts, fill } from './texts.data'

export type Asked = SearchRequest & { limit: number }

/** A command has no "as you type": it waits until the index is whole. */
const searchAll = async (context: CommandContext, asked: Asked): Promise<SearchAnswer> => {
  const answer = await context.core.client.search.query(asked)
  if (answer.complete) { showProgress(''); return answer }
  const { done = 0, total = '?' } = answer.progress ?? {}
  showProgress(fill(cliTexts[context.language].search.building, { done, total }))
  await wait(pollMs)
  return searchAll(context, asked)
}

const printHit = ({ row, attachment, excerpt }: SearchHit, language: Language): void => {
  const texts = cliTexts[language].search
  printLine(`${row.number}　${row.title}${attachment ? `　${fill(texts.file, { name: attachment.name })}` : ''}`)
  const place = [excerpt.sectionTitle, excerpt.page === null ? '' : fill(texts.page, { page: excerpt.page })].filter((part) => part !== '').join(' ')
  printLine(`    ${place === '' ? '' : `${place}：`}${excerpt.text}`)
}

const problemText = ({ kind, start, end, suggestion }: QueryProblem, text: string, language: Language): string => {
  const texts = cliTexts[language].search
  return fill(texts.problem, { piece: text.slice(start, end), why: fill(texts.problems[kind], { suggestion: suggestion ?? '' }) })
}

/** How the answer differs from what was asked for. */
const notesOf = ({ problems, correction, way, files }: SearchAnswer, text: string, language: Language): string[] => {
  const texts = cliTexts[language].search
  return [
    ...problems.map((problem) => problemText(problem, text, language)),
    ...(correction ? [fill(texts.corrected, correction)] : []),
    ...(way === 'some' ? [texts.some] : []),
    ...(files.toRead > 0 ? [fill(texts.filesToRead, { count: files.toRead })] : []),
  ]
}

export const search = async (context: CommandContext, asked: Asked): Promise<number> => {
  const { language } = context
  const texts = cliTexts[language].search
  await openLibrary(context, false)
  const answer = await searchAll(context, asked)
  if (context.json) { printJson(answer); return exitCodes.done }
  notesOf(answer, asked.text, language).forEach((note) => { printLine(note) })
  const hits = answer.groups.flatMap((group) => group.hits)
  hits.forEach((hit) => { printHit(hit, language) })
  printLine(answer.total === 0 ? fill(texts.none, { text: asked.text }) : fill(texts.total, { total: answer.total, shown: hits.length }))
  return exitCodes.done
}
