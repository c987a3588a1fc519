/** The desktop window itself: it opens, shows the first page, and its pages have no Node. Runs only where Electron's runtime is. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron as electron, expect, test } from '@playwright/test'
import { electronExecutable } from '../../../scripts/electron-executable.mjs'

const root = resolve(import.meta.dirname, '../../..')

test('the desktop window shows the first page, without Node', async () => {
  const executablePath = electronExecutable()
  if (executablePath === undefined) throw new Error('this project runs only where Electron is')
  const home = await mkdtemp(join(tmpdir(), 'liangfang-desktop-'))
  process.env.LIANGFANG_HOME = home
  const app = await electron.launch({ executablePath, args: [root] })
  try {
    const window = await app.firstWindow()
    await expect(window.getByRole('heading', { name: '从一个资料库开始' })).toBeVisible()
    expect(await window.evaluate(() => [typeof Reflect.get(globalThis, 'process'), typeof Reflect.get(globalThis, 'require')])).toEqual(['undefined', 'undefined'])
  } finally {
    await app.close()
    await rm(home, { recursive: true, force: true })
  }
})
