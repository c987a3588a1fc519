/** The desktop app with its real screen in a real browser: the built main, preload and core on a stand-in of Electron. */
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { inBrowser } from '../desktop/support/browserPage'
import { Desktop } from '../desktop/support/desktop'
import { writeCaseFolder } from '../fixtures/docx/writeCaseFolder'
import { editorOf, goToLastParagraph, startEditing } from './support/editing'
import { openList, openSample } from './support/openList'
import { expect, skipWithoutBrowser, test as base } from './support/test'

skipWithoutBrowser()

/** A folder of Word files, which a user drops or picks. */
const material = '班组材料'

const test = base.extend<{ startDesktop: (page: Page) => Promise<Desktop> }>({
  startDesktop: async ({ home }, use) => {
    const running: Desktop[] = []
    await use(async (page) => {
      const desktop = await Desktop.start({ home, page: inBrowser(page, { paths: { [material]: join(home, material) } }) })
      running.push(desktop)
      return desktop
    })
    await Promise.all(running.map(async (desktop) => desktop.kill()))
  },
})

const killCore = async (desktop: Desktop): Promise<void> => {
  const pid = (await desktop.cores()).at(-1)?.pid
  if (pid === undefined) throw new Error('no core')
  process.kill(pid, 'SIGKILL')
}

const makeSample = async (page: Page): Promise<void> => {
  await openSample(page)
  await expect(page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: /-CS-/ })).not.toHaveCount(0)
}

test('the desktop\'s page shows the first screen, and has no Node', async ({ page, startDesktop }) => {
  await startDesktop(page)
  await expect(page.getByRole('heading', { name: '从一个资料库开始' })).toBeVisible()
  expect(await page.evaluate(() => ['process', 'require', 'module', 'Buffer'].map((name) => typeof Reflect.get(globalThis, name)))).toEqual(Array(4).fill('undefined'))
  const bridge = await page.evaluate(() => {
    const exposed: unknown = Reflect.get(globalThis, 'liangfang')
    return { isFrozen: Object.isFrozen(exposed), names: typeof exposed === 'object' && exposed ? Object.keys(exposed).sort() : [] }
  })
  expect(bridge).toEqual({ isFrozen: true, names: ['pathOfFile', 'requestPort'] })
})

test('a folder of Word files comes in through the system\'s dialogs, and the list shows it', async ({ home, page, startDesktop }) => {
  await writeCaseFolder(join(home, material), 3)
  const desktop = await startDesktop(page)

  await page.getByRole('button', { name: /新建资料库/ }).click()
  const dialog = page.getByRole('dialog', { name: '新建资料库' })
  await dialog.getByRole('textbox', { name: '资料库名称' }).fill('城东班组资料库')
  await dialog.getByRole('button', { name: '新建资料库' }).click()
  await openList(page, '案例库')
  await expect(page.getByText(/这里存放案例/)).toBeVisible()

  await desktop.call('choose', [join(home, material)])
  await page.getByRole('button', { name: '导入 Word 或 Markdown 文件' }).click()
  await page.getByRole('dialog', { name: '导入 Word 或 Markdown 文件' }).getByRole('button', { name: '选择文件夹…' }).click()
  await page.getByRole('button', { name: '开始导入 1 项' }).click()
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible()
  expect(await desktop.asked('showOpenDialog')).toMatchObject([{ properties: expect.arrayContaining(['openDirectory']) }])

  await page.getByRole('link', { name: '案例库' }).click()
  await expect(page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: /-CS-/ })).toHaveCount(3)
  expect(await desktop.quit()).toBe(0)
})

test('a folder that is dropped on the window comes in by its path', async ({ home, page, startDesktop }) => {
  await writeCaseFolder(join(home, material), 2)
  await startDesktop(page)
  await makeSample(page)
  const rows = page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: /-CS-/ })
  const before = await rows.count()
  await page.evaluate((name) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([], name))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, material)
  await page.getByRole('button', { name: '开始导入 1 项' }).click()
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible()
  await page.getByRole('link', { name: '案例库' }).click()
  await expect(rows).toHaveCount(before + 2)
})

test('a core that dies is said to be gone, and what is on screen goes on with the next one', async ({ page, startDesktop }) => {
  const desktop = await startDesktop(page)
  await makeSample(page)
  const text = '正在重新连接'
  // Watched in the page: the next core may be there before anyone looks again.
  const said = page.evaluate((sought) => new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (![...document.querySelectorAll('[role=alert]')].some((alert) => alert.textContent.includes(sought))) return
      observer.disconnect()
      resolve()
    })
    observer.observe(document.body, { childList: true, subtree: true })
  }), text)
  await killCore(desktop)
  await said
  await expect(page.getByRole('alert').filter({ hasText: text })).toHaveCount(0)
  await page.getByRole('button', { name: '新建案例' }).click()
  await expect(page.getByRole('textbox', { name: '标题' })).toBeVisible()
  expect((await desktop.cores()).length).toBe(2)
})

test('pictures come through the app\'s own scheme', async ({ page, startDesktop }) => {
  await startDesktop(page)
  await makeSample(page)
  const rows = page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: /-CS-/ })
  await rows.first().click()
  const pictures = page.locator('img[src*="/attachments/"]')
  await expect.poll(() => pictures.evaluateAll((found) => found.some((picture) => picture instanceof HTMLImageElement && picture.naturalWidth > 0))).toBe(true)
})

test('a page that is told to go elsewhere stays, and a window that it opens is none', async ({ page, startDesktop }) => {
  const desktop = await startDesktop(page)
  await expect(page.getByRole('heading', { name: '从一个资料库开始' })).toBeVisible()
  const refused = page.waitForEvent('requestfailed')
  await page.evaluate(() => { location.href = 'https://example.com/' })
  await refused
  await page.evaluate(() => { window.open('https://example.com/standard') })
  await expect.poll(() => desktop.asked('openExternal')).toEqual(['https://example.com/standard'])
  await expect(page.getByRole('heading', { name: '从一个资料库开始' })).toBeVisible()
})

test('what was just typed is saved when the app is quit, and is there at the next start', async ({ context, home, page, startDesktop }) => {
  const desktop = await startDesktop(page)
  await makeSample(page)
  await page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: /-CS-/ }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await startEditing(page)
  await goToLastParagraph(page)
  await page.keyboard.type('Typed just before the end.')
  await expect(editorOf(page)).toContainText('Typed just before the end.')
  expect(await desktop.quit()).toBe(0)

  const library = join(home, 'documents/良方/良方示例资料库')
  const records = (await readdir(join(library, 'records'), { recursive: true })).filter((name) => name.endsWith('.json'))
  expect(records.filter((name) => readFileSync(join(library, 'records', name), 'utf8').includes('Typed just before the end.'))).toHaveLength(1)
  expect(await readdir(library)).not.toContain('lock')

  const again = await context.newPage()
  await startDesktop(again)
  await openList(again, '案例库')
  await expect(again.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: /-CS-/ })).not.toHaveCount(0)
})
