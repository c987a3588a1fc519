/** Proves that every rule of who may import whom fires, on small trees made for it, and that our own tree breaks none. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseOptions } from 'dependency-cruiser'
import { afterAll, describe, expect, it } from 'vitest'
import configuration, { layers } from '../../.dependency-cruiser.mjs'

const root = resolve(import.meta.dirname, '../..')

/** Every rule that a tree breaks, as `rule: from → to`. */
const broken = async (baseDir: string, folders: string[]): Promise<string[]> => {
  const { options, forbidden = [] } = configuration
  const { tsConfig: _file, ...rest } = options ?? {}
  const settings: ICruiseOptions = { ...rest, baseDir, ruleSet: { forbidden }, validate: true }
  // The aliases of tsconfig.base.json, which would be taken from the folder that the tests run in.
  const alias = { '#shared': join(baseDir, 'shared'), '#core': join(baseDir, 'electron/core'), '#renderer': join(baseDir, 'renderer') }
  const { output } = await cruise(folders, settings, { alias, bustTheCache: true })
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
}

const trees: string[] = []

/** A tree of files; every package it imports is there as an empty one. */
const treeOf = (files: Record<string, string>): string => {
  const tree = mkdtempSync(join(tmpdir(), 'boundaries-'))
  trees.push(tree)
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  const imported = Object.values(files).flatMap((text) => [...text.matchAll(/from '([^'.#][^']*)'/g)].flatMap((match) => match[1] ?? []))
  for (const name of imported) {
    if (name.startsWith('node:')) continue
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  write('package.json', JSON.stringify({ name: 'fixture', dependencies: Object.fromEntries(imported.map((name) => [name, '1.0.0'])) }))
  return tree
}

afterAll(() => { for (const tree of trees) rmSync(tree, { recursive: true, force: true }) })

const brokenBy = (files: Record<string, string>) => broken(treeOf(files), ['.'])
const empty = 'export const x = 1\n'
const uses = (target: string) => `import { x } from '${target}'\nexport const y = x\n`
const usesType = (target: string) => `import type { X } from '${target}'\nexport type Y = X\n`

/** A file in the layer that the row is about. */
const fileOf: Record<string, string> = {
  'shared-model': 'shared/model/a.ts', 'shared-text': 'shared/text/a.ts', 'shared-messages': 'shared/text/messages/a.ts', 'shared-contract': 'shared/contract/a.ts',
  'core-ports': 'electron/core/ports.ts', 'core-store': 'electron/core/store/a.ts', 'core-search': 'electron/core/search/a.ts',
  'core-documents': 'electron/core/documents/a.ts', 'core-packages': 'electron/core/packages/a.ts', 'core-backups': 'electron/core/backups/a.ts', 'core-services': 'electron/core/services/a.ts',
  'core-router': 'electron/core/router/a.ts', 'core-entry': 'electron/core/createCore.ts', host: 'electron/host/a.ts', 'core-process': 'electron/core-process/a.ts',
  main: 'electron/main/a.ts', preload: 'electron/preload/a.ts', web: 'electron/web/a.ts', cli: 'electron/cli/a.ts',
  'renderer-offline': 'renderer/offline/a.ts', 'renderer-locales': 'renderer/locales/a.ts', 'renderer-client': 'renderer/client/a.ts', 'renderer-ui': 'renderer/ui/a.ts',
  'renderer-editor': 'renderer/editor/a.ts', 'renderer-features': 'renderer/features/one/a.ts', 'renderer-app': 'renderer/app/a.ts',
}

const files = [...new Set([...Object.values(fileOf), 'electron/core/createCore.ts', 'electron/core/ports.ts', 'renderer/editor/index.ts', 'renderer/features/two/index.ts'])]

const fileFor = (name: string): string => {
  const file = fileOf[name]
  if (file === undefined) throw new Error(`no fixture file for the layer ${name}`)
  return file
}

/** How `from` names `to`: by its alias, or relatively where there is none. */
const specifier = (from: string, to: string): string => {
  const target = to.replace(/\.ts$/, '')
  const aliased = target.replace(/^shared\//, '#shared/').replace(/^electron\/core\//, '#core/').replace(/^renderer\//, '#renderer/')
  return aliased === target ? `${from.split('/').slice(1).map(() => '..').join('/')}/${target}` : aliased
}

describe('who may import whom', () => {
  it('our own tree breaks no rule', async () => {
    expect(await broken(root, ['shared', 'electron', 'renderer', 'scripts', 'tests'])).toEqual([])
  })

  it('a tree that keeps to the table breaks no rule', async () => {
    expect(await brokenBy({
      'shared/model/record.ts': uses('zod'),
      'shared/contract/contract.ts': `import { y } from '../model/record'\nimport { x } from '@orpc/contract'\nexport const z = [x, y]\n`,
      'electron/core/ports.ts': empty,
      'electron/core/store/store.ts': uses('node:fs'),
      'electron/core/services/records.ts': `import { y } from '../store/store'\nexport const z = y\n`,
      'electron/core/services/imports/index.ts': uses('../records'),
      'electron/core/createCore.ts': uses('./services/imports'),
      'electron/web/web.ts': `import { x } from '#core/createCore'\nimport { y } from 'hono'\nexport const z = [x, y]\n`,
      'electron/preload/preload.ts': usesType('#shared/model/record'),
      'renderer/features/two/index.ts': uses('antd'),
      'renderer/features/one/index.ts': uses('#renderer/features/two'),
      'renderer/app/app.ts': uses('#renderer/features/one'),
      'tests/e2e/story.ts': uses('../../electron/main/main'),
      'electron/main/main.ts': uses('electron'),
      'electron/core/store/store.test.ts': uses('#renderer/app/app'),
    })).toEqual([])
  })

  it.each(layers)('$name imports what its row names and nothing else', async ({ name, path, ours, packages, node }) => {
    const from = fileFor(name)
    const allowed = [path, ...ours].map((pattern) => new RegExp(pattern))
    const forbidden = files.filter((file) => !allowed.some((pattern) => pattern.test(file)))
    const specifiers = [...forbidden.map((to) => specifier(from, to)), ...packages.filter((each) => !each.endsWith('*')), 'left-pad', 'node:fs']
    const violations = await brokenBy({
      ...Object.fromEntries(forbidden.map((to) => [to, empty])),
      [from]: specifiers.map((each, index) => `export type { X as X${index} } from '${each}'`).join('\n'),
    })
    expect(violations.filter((violation) => violation.includes(`: ${from} → `) && violation.startsWith(`${name}-`)).sort()).toEqual([
      ...forbidden.map((to) => `${name}-ours: ${from} → ${to}`),
      `${name}-packages: ${from} → node_modules/left-pad/index.js`,
      ...(node ? [] : [`${name}-node: ${from} → fs`]),
    ].sort())
    expect(forbidden.length).toBeGreaterThan(0)
  })
})

describe('rules beside the table', () => {
  it.each<[string, Record<string, string>]>([
    ['every-folder-has-a-row: electron/extras/a.ts → shared/model/a.ts', { 'shared/model/a.ts': empty, 'electron/extras/a.ts': uses('#shared/model/a') }],
    ['preload-types-only: electron/preload/a.ts → shared/model/a.ts', { 'shared/model/a.ts': empty, 'electron/preload/a.ts': uses('#shared/model/a') }],
    ['core-process-electron-types-only: electron/core-process/a.ts → node_modules/electron/index.js', { 'electron/core-process/a.ts': uses('electron') }],
    ['core-never-reaches-electron: electron/core/store/a.ts → node_modules/electron/index.js', {
      'electron/main/a.ts': uses('electron'), 'electron/core/store/a.ts': uses('../../main/a'),
    }],
    ['web-and-cli-never-reach-electron: electron/web/a.ts → node_modules/electron/index.js', {
      'electron/main/a.ts': uses('electron'), 'electron/web/a.ts': uses('../main/a'),
    }],
    ['features-by-their-entry: renderer/features/one/a.ts → renderer/features/two/b.ts', {
      'renderer/features/two/b.ts': empty, 'renderer/features/one/a.ts': uses('#renderer/features/two/b'),
    }],
    ['app-by-entries: renderer/app/a.ts → renderer/features/two/b.ts', { 'renderer/features/two/b.ts': empty, 'renderer/app/a.ts': uses('#renderer/features/two/b') }],
    ['editor-by-its-entry: renderer/features/one/a.ts → renderer/editor/nodes/b.ts', {
      'renderer/editor/nodes/b.ts': empty, 'renderer/features/one/a.ts': uses('#renderer/editor/nodes/b'),
    }],
    ['services-by-their-entry: electron/core/services/records.ts → electron/core/services/imports/b.ts', {
      'electron/core/services/imports/b.ts': empty, 'electron/core/services/records.ts': uses('./imports/b'),
    }],
    ['nothing-imports-tests: electron/web/a.ts → tests/support/b.ts', { 'tests/support/b.ts': empty, 'electron/web/a.ts': uses('../../tests/support/b') }],
    ['nothing-imports-tests: shared/model/a.ts → shared/model/b.test.ts', { 'shared/model/b.test.ts': empty, 'shared/model/a.ts': uses('./b.test') }],
    ['no-circles: shared/model/a.ts → shared/model/b.ts', { 'shared/model/a.ts': uses('./b'), 'shared/model/b.ts': `import { y } from './a'\nexport const x = y\n` }],
    ['no-circles: renderer/features/one/index.ts → renderer/features/two/index.ts', {
      'renderer/features/one/index.ts': uses('#renderer/features/two'), 'renderer/features/two/index.ts': `import { y } from '#renderer/features/one'\nexport const x = y\n`,
    }],
    ['no-unresolved: shared/model/a.ts → ./gone', { 'shared/model/a.ts': uses('./gone') }],
  ])('%s', async (violation, files) => {
    expect(await brokenBy(files)).toContain(violation)
  })
})
