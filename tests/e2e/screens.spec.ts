/**
 * Every screen there is, on the sample library and one record of each type: without an error, without an accessibility violation, and kept
 * as pictures, light and dark; then in English, and in the colours that a system forces.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Locator, Page } from '@playwright/test'
import { rowsOf } from '#shared/model/fields'
import { newId } from '#shared/model/ids'
import { FreeType, listedTypes, type ListedType } from '#shared/model/recordTypes'
import { writeCaseFolder } from '../fixtures/docx/writeCaseFolder'
import { expectAccessible } from './support/accessibility'
import { searchWhole, withCore } from './support/coreOf'
import { openList } from './support/openList'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

type Text = string | RegExp

/** A place in the app: where it is, and what is there once it is drawn. */
interface Screen { name: string; hash: string; shown: (page: Page) => Locator }

const main = (page: Page) => page.getByRole('main')
const headed = (page: Page, name?: Text) => main(page).getByRole('heading', { level: 1, ...name !== undefined && { name } })
const rows = (page: Page) => main(page).getByRole('row').nth(2)

const settingsParts = ['me', 'look', 'library', 'units', 'fields', 'tags', 'people', 'synonyms', 'customFields', 'templates', 'documents', 'slides', 'backup', 'about']

const languages = ['zh-CN', 'en'] as const
const textsOf = (file: string, key: string): Record<string, string>[] => languages.map((language) => {
  const texts = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(new URL(`../../renderer/locales/${language}/${file}.json`, import.meta.url), 'utf8')))
  return z.record(z.string(), z.string()).parse(texts[key])
})

/** What a library, or a part of the settings, is called in either language: the screen before it may be built alike, and still be there. */
const named = (names: readonly (string | undefined)[]): RegExp => new RegExp(`^(?:${names.join('|')})$`)
const [libraries, parts] = [textsOf('common', 'library'), textsOf('settings', 'parts')]
const libraryName = (type: string): RegExp => named(libraries.map((names) => names[type]))
const partName = (part: string): RegExp => named(parts.map((names) => names[part]))

const titleFor = (type: string): string => `各屏检查用的条目 ${type}`

/** What the sample library lacks, made without its screens: a record of each type, a saved search and view, a deleted record, jobs that ended. */
const prepare = async (page: Page, home: string): Promise<{ ids: Readonly<Partial<Record<ListedType, string>>>; search: string; importJob: string; packageJob: string; filled: string; merge: string; titles: Readonly<Partial<Record<ListedType, string>>> }> => {
  await writeCaseFolder(join(home, '材料'), 3, { bad: true })
  return withCore(page, async (core) => {
    const found = await searchWhole(core, '地线')
    const sources = found.groups.flatMap(({ hits }) => hits.map(({ row }) => row.id)).slice(0, 2)
    const ended = async (jobId: string): Promise<string> => {
      await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).not.toBe('running')
      return jobId
    }
    const made = await Promise.all(FreeType.options.map(async (type) => [type, (await core.records.create({ type, content: { title: titleFor(type), tags: ['安全'], date: '2026-03-18' } })).id] as const))
    const product = (await core.products.create({ title: titleFor('product'), sources })).id
    const gone = await core.records.create({ type: 'case', content: { title: '删掉的案例' } })
    await core.records.remove({ selection: { ids: [gone.id] } })
    const { id: search } = await core.search.save({ name: '接地线', text: '地线' })
    await core.views.save({ type: 'case', name: '今年的案例', facets: { year: ['2026'] }, sort: { by: 'date', descending: true }, group: 'unit' })
    const importJob = await ended((await core.imports.start({ paths: [join(home, '材料')], type: 'case' })).jobId)
    const file = join(home, '十二月.lfpkg')
    await ended((await core.packages.make({ ids: sources, title: '十二月资料包', to: file })).jobId)
    const packageJob = await ended((await core.packages.open({ path: file })).jobId)
    const tools = await core.records.list({ filter: { type: 'tool' }, sort: { by: 'number', descending: false }, offset: 0, limit: 50 })
    const read = await Promise.all(tools.rows.map(async ({ id }) => core.records.get({ id })))
    const toolId = read.find(({ content }) => rowsOf(content.fields.form).length > 0)?.id ?? ''
    const { copy } = await core.filled.start({ toolId, id: newId(), title: '十二月的检查' })
    const ids: Partial<Record<ListedType, string>> = { ...Object.fromEntries(made), product }
    return { ids, search, importJob, packageJob, filled: `${toolId}/filled/${copy.id}`, merge: sources.join('/'), titles: Object.fromEntries(listedTypes.map((type) => [type, titleFor(type)])) }
  })
}

const visit = async (page: Page, { hash, shown }: Screen): Promise<void> => {
  await page.evaluate((next) => { location.hash = next }, hash)
  await expect(shown(page)).toBeVisible()
  // Also while it is not drawn yet, as in its first moments.
  await expect(page.locator(':is([aria-label="正在读取"], [aria-label="Loading"])')).toHaveCount(0)
}

const screensOf = ({ ids, search, importJob, packageJob, filled, merge, titles }: Awaited<ReturnType<typeof prepare>>): Screen[] => [
  { name: 'workbench', hash: '#/workbench', shown: (page) => headed(page) },
  ...listedTypes.map((type): Screen => ({ name: `list-${type}`, hash: `#/library/${type}?by=updatedAt&desc=true`, shown: (page) => headed(page, libraryName(type)) })),
  { name: 'list-grouped', hash: '#/library/case?by=date&desc=true&group=unit', shown: (page) => main(page).getByRole('treegrid') },
  ...listedTypes.flatMap((type): Screen[] => [
    { name: `record-${type}`, hash: `#/record/${ids[type] ?? ''}`, shown: (page) => headed(page, titles[type]) },
  ]),
  { name: 'filled-copy', hash: `#/record/${filled}`, shown: (page) => main(page).getByRole('textbox').first() },
  { name: 'merge', hash: `#/merge/${merge}`, shown: (page) => headed(page) },
  { name: 'smart-list', hash: `#/searches/${search}`, shown: rows },
  { name: 'import-report', hash: `#/imports/${importJob}`, shown: (page) => main(page).getByText(/\.docx/).first() },
  { name: 'packages', hash: '#/packages', shown: (page) => page.locator('a[href$="#/packages"][aria-current=page]') },
  { name: 'package-opened', hash: `#/packages/${packageJob}`, shown: (page) => headed(page, /十二月资料包/) },
  { name: 'trash', hash: '#/trash', shown: (page) => page.locator('a[href$="#/trash"][aria-current=page]') },
  { name: 'health', hash: '#/health', shown: (page) => headed(page, /资料库检查|Library check/) },
  ...settingsParts.map((part): Screen => ({ name: `settings-${part}`, hash: `#/settings/${part}`, shown: (page) => page.locator('nav [aria-current=page]').getByText(partName(part)) })),
]

/** Icons with another colour than the text that they stand with: of a system's colours only those are sure to be seen. */
const oddIcons = async (page: Page): Promise<string[]> => page.locator('svg.lucide').evaluateAll((icons) =>
  icons.filter((icon) => icon.parentElement && getComputedStyle(icon).color !== getComputedStyle(icon.parentElement).color).map((icon) => icon.outerHTML.slice(0, 100)))

/** The sample library with all that there is to see, at the workbench. */
const openAll = async (page: Page, home: string): Promise<Screen[]> => {
  await page.getByRole('button', { name: /打开示例资料库/ }).click()
  await expect(headed(page, '工作台')).toBeVisible()
  return screensOf(await prepare(page, home))
}

test('every screen is accessible, in light and dark', async ({ openApp, page, home }) => {
  await openApp()
  await expect(page.getByRole('heading', { name: '从一个资料库开始' })).toBeVisible()
  await look(page, 'welcome', true)

  await page.getByRole('button', { name: /新建资料库/ }).click()
  await expect(page.getByRole('dialog', { name: '新建资料库' })).toBeVisible()
  await look(page, 'new-library', true)
  await page.keyboard.press('Escape')

  for (const screen of await openAll(page, home)) {
    await test.step(screen.name, async () => {
      await visit(page, screen)
      await look(page, screen.name, true)
    })
  }

  await test.step('what opens over a list', async () => {
    await openList(page, '案例库')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await expect(page.getByRole('dialog', { name: '导入 Word 或 Markdown 文件' })).toBeVisible()
    await look(page, 'import', true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused()
    await look(page, 'search-empty', true)
    await page.keyboard.type('现场')
    await expect(page.getByRole('listbox', { name: '搜索结果' }).getByRole('option').first()).toBeVisible()
    await look(page, 'search', true)
    await page.keyboard.press('Enter')
  })

  await test.step('a record that is edited, and its revisions', async () => {
    await expect(page.getByRole('button', { name: /编辑/ })).toBeVisible()
    await page.keyboard.press('e')
    await expect(page.getByRole('toolbar', { name: '编辑工具' })).toBeVisible()
    await look(page, 'editing', true)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /修订/ }).click()
    await expect(page.getByRole('region', { name: '修订', exact: true })).toBeVisible()
    await look(page, 'revisions', true)
  })
})

test('every screen is accessible in English, and in the colours that a system forces', async ({ openApp, page, home }) => {
  await openApp()
  const screens = await openAll(page, home)
  await withCore(page, async (core) => core.app.updateSettings({ language: 'en' }))
  await expect(page.getByRole('link', { name: 'Workbench' })).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  for (const screen of screens) {
    await test.step(`${screen.name}, in English`, async () => {
      await visit(page, screen)
      await screenshot(page, `${screen.name}-english`)
      await expectAccessible(page, `${screen.name}, in English`, 'texts')
      await page.emulateMedia({ forcedColors: 'active', contrast: 'more' })
      await expect(page.locator(':root[data-theme=contrast]')).toBeVisible()
      await expect.poll(() => oddIcons(page), { message: `icons of ${screen.name}` }).toEqual([])
      await screenshot(page, `${screen.name}-forced`)
      await expectAccessible(page, `${screen.name}, in forced colours`, 'colours')
      await page.emulateMedia({ forcedColors: 'none', contrast: 'no-preference' })
      await expect(page.locator(':root[data-theme=light]')).toBeVisible()
    })
  }
})
