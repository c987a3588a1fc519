/** What the search answers once its index is whole: the same however the index came to be. */
import type { SearchAnswer } from '#shared/contract/search'
import type { TestCore } from './testCore'
import { setTimeout as wait } from 'node:timers/promises'

const queries = ['图纸核对', '二次回路 确认', '接地线', '漏拆', 'tuzhihedui', '单位:第3供电所', '原件', '验电器', '二次回路 -现场 OR 母线']

type Client = TestCore['client']

const whole = async (client: Client, text: string): Promise<SearchAnswer> => {
  const answer = await client.search.query({ text, limit: 100 })
  if (answer.complete && answer.files.toRead === 0) return answer
  await wait(20)
  return whole(client, text)
}

export const searchAnswers = async (client: Client): Promise<unknown[]> => {
  const answers: unknown[] = []
  for (const text of queries) {
    const { total, groups, facets, way, correction } = await whole(client, text)
    answers.push({ text, total, groups, facets, way, correction })
  }
  return answers
}
