/**
 * Sentences to make large libraries of: of a folder that is given (`passages.jsonl.gz`, and `paragraphs.txt.gz` if it is there), else of
 * the sample library and as many more that are made of words.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { readPassages } from '../evaluation/collection'
import { madeSentences } from './madeSentences'

const shortest = 6
const longest = 120

/** The sentences of a text that are neither scraps nor endless, with what ends them. */
export const sentencesOf = (text: string): string[] =>
  (text.match(/[^。！？；\n]+[。！？；]?/g) ?? []).map((sentence) => sentence.trim()).filter(({ length }) => length >= shortest && length <= longest)

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

const sampleSentences = async (): Promise<string[]> => {
  const folder = resolve('resources/sample/records')
  const records = await Promise.all((await readdir(folder)).sort().map(async (name) => z.unknown().parse(JSON.parse(await readFile(join(folder, name), 'utf8')))))
  return records.flatMap(stringsIn).flatMap(sentencesOf).filter((sentence) => /\p{Script=Han}{4}/u.test(sentence))
}

const given = async (folder: string): Promise<string[]> => {
  const paragraphs = join(folder, 'paragraphs.txt.gz')
  const texts = (await readPassages(folder)).map(({ text }) => text)
  if (existsSync(paragraphs)) texts.push(gunzipSync(await readFile(paragraphs)).toString())
  return texts.flatMap(sentencesOf)
}

/** `folder` is '' for none. */
export const readSentences = async (folder: string): Promise<readonly string[]> => {
  if (folder !== '') return given(folder)
  const sample = await sampleSentences()
  return [...sample, ...madeSentences(sample)]
}
