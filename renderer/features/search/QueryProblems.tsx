/** What of the query could not be read, quoted, and why: one quiet line. What is only not finished yet is no problem. */
import { useTranslation } from 'react-i18next'
import type { QueryProblem } from '#shared/contract/search'

interface QueryProblemsProps { text: string; problems: readonly QueryProblem[]; caret: number }

const mostQuoted = 20

/** At the end of what is being typed there is more to come. */
const isUnfinished = ({ kind, end }: QueryProblem, caret: number): boolean => (kind === 'emptyField' || kind === 'nothingAfterOr') && end >= caret - 1

const quote = (text: string, { start, end }: QueryProblem): string => {
  const stretch = [...text.slice(start, end)]
  return stretch.length > mostQuoted ? `${stretch.slice(0, mostQuoted).join('')}……` : stretch.join('')
}

export const QueryProblems = ({ text, problems, caret }: QueryProblemsProps) => {
  const { t } = useTranslation('search')
  return problems.filter((problem) => !isUnfinished(problem, caret)).map((problem) => (
    <span key={`${problem.kind} ${problem.start}`}>
      {t(`problem.${problem.kind}`, { quoted: quote(text, problem) })}
      {problem.suggestion !== undefined && t('problem.perhaps', { suggestion: problem.suggestion })}
    </span>
  ))
}
