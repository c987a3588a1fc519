/** The house rules that a tool can check: sizes of files, both languages complete, docs that name what exists, nothing of a build machine. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** What is or will be in version control. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n').filter((path) => path !== '' && existsSync(join(root, path)))

const isText = (path: string) => /\.(ts|tsx|mjs|cjs|js|json|css|html|md|yml|yaml|svg)$|^\.(npmrc|gitignore|gitattributes|prettierrc)$|^\.ci\//.test(path)
const isCode = (path: string) => /\.(ts|tsx|mjs|js|css)$/.test(path)
const mayBeLong = (path: string) => /\.data\.ts$|^renderer\/locales\/|^tests\/fixtures\//.test(path)

describe('files', () => {
  it('none is over 400 lines, data apart', () => {
    const long = files.filter((path) => isCode(path) && !mayBeLong(path)).map((path) => [path, read(path).split('\n').length - 1] as const)
    expect(long.filter(([, lines]) => lines > 400)).toEqual([])
  })

  it('name no path or registry of a build machine', () => {
    const marks = new RegExp([String.raw`(?<![\w.$}/])/(work|root|home/[a-z])/`, String.raw`"resolved":\s*"http`, String.raw`registry\s*=\s*http`].join('|'))
    const found = files.filter((path) => isText(path) && path !== 'tests/boundaries/structure.test.ts').flatMap((path) =>
      read(path).split('\n').flatMap((line, index) => (marks.test(line) ? [`${path}:${index + 1}`] : [])))
    expect(found).toEqual([])
  })
})

type Texts = { [key: string]: string | Texts }
const Texts: z.ZodType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), Texts])))

const keysOf = (texts: Texts, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`)))

/** English counts one and other apart, Chinese does not. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')

describe('locales', () => {
  const namespaces = (language: string) => readdirSync(join(root, 'renderer/locales', language)).sort()
  const keys = (language: string, file: string) => [...new Set(keysOf(Texts.parse(JSON.parse(read(`renderer/locales/${language}/${file}`)))).map(withoutPlural))].sort()

  it('every namespace is there in both languages', () => {
    expect(namespaces('en')).toEqual(namespaces('zh-CN'))
  })

  it.each(namespaces('zh-CN'))('%s has the same keys in both languages', (file) => {
    expect(keys('en', file)).toEqual(keys('zh-CN', file))
  })

  it.each(['zh-CN', 'en'])('no text of %s is empty', (language) => {
    const empty = namespaces(language).flatMap((file) => [...read(`renderer/locales/${language}/${file}`).matchAll(/"([^"]+)":\s*""/g)].map((match) => `${file}: ${match[1] ?? ''}`))
    expect(empty).toEqual([])
  })
})

describe('docs', () => {
  const docs = files.filter((path) => /^(README|ARCHITECTURE|CONTRIBUTING)\.md$|^docs\/.+\.md$/.test(path))
  const scripts = Object.keys(z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json'))).scripts)
  const topLevel = /^(electron|renderer|shared|resources|tests|scripts|docs|\.ci)\/[\w./-]+$/

  /** What a document sets in backticks or links to. */
  const named = (text: string) => [...text.matchAll(/`([^`\n]+)`|\]\(([^)#\s]+)/g)].map((match) => match[1] ?? match[2] ?? '')

  it.each(docs)('%s names only paths that exist', (doc) => {
    const missing = named(read(doc)).filter((name) => topLevel.test(name) && !name.includes('<') && !existsSync(join(root, name)))
    expect(missing).toEqual([])
  })

  it.each(docs)('%s links only to files that exist', (doc) => {
    const links = [...read(doc).matchAll(/\]\(([^)#\s]+)/g)].map((match) => match[1] ?? '').filter((link) => !/^[a-z]+:/.test(link))
    expect(links.filter((link) => !existsSync(join(root, doc, '..', link)))).toEqual([])
  })

  it.each(docs)('%s names only npm scripts that exist', (doc) => {
    const names = [...read(doc).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map((match) => match[1] ?? match[2] ?? '')
    expect(names.filter((name) => !scripts.includes(name))).toEqual([])
  })
})
