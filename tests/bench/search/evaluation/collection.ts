/** A collection to judge by: passages, and queries with the passages that answer them. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

const Id = z.union([z.string(), z.number()]).transform(String)
const Passage = z.object({ id: Id, title: z.string(), text: z.string() })
export type Passage = z.infer<typeof Passage>

const Query = z.object({ kind: z.string(), query: z.string(), relevant: z.array(Id) })
export type Query = z.infer<typeof Query>

export const readLines = async <T>(schema: z.ZodType<T>, path: string): Promise<T[]> =>
  gunzipSync(await readFile(path)).toString().split('\n').filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)))

export const readPassages = async (folder: string): Promise<Passage[]> => readLines(Passage, join(folder, 'passages.jsonl.gz'))
export const readQueries = async (folder: string): Promise<Query[]> => readLines(Query, join(folder, 'queries.jsonl.gz'))
