/** What a window of the built app may do, and what it is refused. */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import { clientsOf } from './support/clients'
import { it } from './support/test'

describe('a window', () => {
  it('has a sandboxed page without Node, behind a preload that is there', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const { options: { webPreferences }, hasOpenedDevTools } = await desktop.window()
    expect(webPreferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
    expect(webPreferences).not.toHaveProperty('allowRunningInsecureContent')
    expect(existsSync(String(webPreferences.preload))).toBe(true)
    expect(hasOpenedDevTools).toBe(false)
  })

  it('has developer tools only before the app is packaged', async ({ start }) => {
    const { desktop, page } = await start({ env: { STAND_IN_PACKAGED: '1' } })
    await page()
    expect((await desktop.window()).options.webPreferences.devTools).toBe(false)
  })

  it('is shown once there is something to see in it', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    await vi.waitFor(async () => { expect(await desktop.window()).toMatchObject({ isVisible: true, isFocused: true, options: { show: false } }) }, { timeout: 60_000 })
  })

  it('gets its page from a scheme that is secure and has an origin of its own', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    expect((await desktop.window()).url).toBe('app://liangfang/')
    expect(await desktop.call('privileged')).toEqual([{ scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) }])
  })
})

describe('a page', () => {
  it('gets no permission but to write to the clipboard, and for slides to fill the screen and keep it lit', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'fileSystem', 'unknown']) {
      expect(await desktop.call('permission', name), name).toEqual({ requested: false, checked: false })
    }
    for (const name of ['clipboard-sanitized-write', 'fullscreen', 'screen-wake-lock']) expect(await desktop.call('permission', name), name).toEqual({ requested: true, checked: true })
  })

  it('goes nowhere but to itself, and neither does a redirect', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const elsewhere = [
      'https://example.com/', 'http://liangfang/', 'file:///etc/passwd', 'app://other/', 'app://liangfang.example.com/', 'app://liangfang@example.com/',
      'app://liangfang/attachments/', 'app://liangfang/assets/x.html', 'javascript:alert(1)', 'data:text/html,x', 'about:blank',
    ]
    for (const url of elsewhere) {
      expect(await desktop.may('mayNavigate', url), url).toBe(false)
      expect(await desktop.may('mayRedirect', url), url).toBe(false)
    }
    expect(await desktop.may('mayNavigate', 'app://liangfang/')).toBe(true)
    expect(await desktop.may('mayNavigate', 'app://liangfang/#/records')).toBe(true)
  })

  it('embeds no other page', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    expect(await desktop.call('mayAttachWebview', (await desktop.window()).id)).toBe(false)
  })

  it('opens no window but those of presenting: a link to the web goes to the system, and nothing else does', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const urls = [
      'https://example.com/standard', 'mailto:someone@example.com', 'file:///etc/passwd', 'app://liangfang/', 'smb://host/share', 'javascript:alert(1)', 'app://liangfang/#/settings/me',
      'app://liangfang/#/presenters', 'app://liangfang/attachments/#/presenter?source=x', 'app://other/#/presenter?source=x',
    ]
    for (const url of urls) expect(await desktop.may('mayOpen', url), url).toBe(false)
    expect(await desktop.asked('openExternal')).toEqual(['https://example.com/standard', 'mailto:someone@example.com'])
  })
})

describe('a window that presenting opens', () => {
  const address = 'app://liangfang/#/presenter?source=%7B%22kind%22%3A%22record%22%7D&slide=3'

  it('is as locked as the first, has its ports, and stands on the other display', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const first = await desktop.window()
    await desktop.call('plugIn')
    expect(await desktop.call('open', first.id, address)).toBe(true)
    const second = (await desktop.windows()).find(({ id }) => id !== first.id)
    expect(second).toMatchObject({ url: address, options: { x: 1920, y: 0, width: 1280, height: 760 } })
    expect(second?.options.webPreferences).toEqual(first.options.webPreferences)
    expect(await clientsOf(await page()).core.app.info()).toMatchObject({ host: 'desktop' })
    expect(await desktop.call('mayNavigate', second?.id, 'https://example.com/')).toBe(false)
    expect(await desktop.call('mayOpen', second?.id, 'app://liangfang/')).toBe(false)
    expect(await desktop.call('mayOpen', second?.id, address.replace('presenter', 'present'))).toBe(true)
  })

  it('stands anywhere on the only display', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const first = await desktop.window()
    expect(await desktop.call('open', first.id, address)).toBe(true)
    const second = (await desktop.windows()).find(({ id }) => id !== first.id)
    expect(second?.options).not.toHaveProperty('x')
  })

  it('goes with the first, which alone is brought to the front', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const first = await desktop.window()
    await desktop.call('open', first.id, address)
    await desktop.call('activate')
    await vi.waitFor(async () => { expect((await desktop.windows()).find(({ isFocused }) => isFocused)?.id).toBe(first.id) }, { timeout: 60_000 })
    await desktop.call('close', first.id)
    expect(await desktop.exited).toBe(0)
  })
})

describe('ports', () => {
  it('lead to the core and to the host', async ({ home, start }) => {
    const { page } = await start()
    const { core, host } = clientsOf(await page())
    expect(await core.app.info()).toMatchObject({ host: 'desktop' })
    expect(await host.capabilities()).toEqual({ nativeDialogs: true, reveal: true, print: true })
    await core.library.createSample({ path: `${home}/示例` })
    const { total } = await core.records.list({ filter: { type: 'case' }, sort: { by: 'date', descending: true }, offset: 0, limit: 1 })
    expect(total).toBeGreaterThan(0)
  })

  it('are given to our page alone: not to a frame in it, not to another page, not for another name', async ({ start }) => {
    const { page } = await start()
    const opened = await page()
    let ports = 0
    opened.window.addEventListener('message', () => { ports += 1 })
    opened.send('liangfang:port', 'core', { url: 'app://liangfang/', isMain: false })
    for (const url of ['https://example.com/', 'app://other/', 'about:blank', '', 'app://liangfang/attachments/page']) opened.send('liangfang:port', 'core', { url, isMain: true })
    for (const name of ['everything', '', null, { to: 'core' }]) opened.send('liangfang:port', name, { url: 'app://liangfang/', isMain: true })
    opened.send('liangfang:port', 'host', { url: 'app://liangfang/#/records', isMain: true })
    // Messages keep their order: the one that is answered came last.
    await vi.waitFor(() => { expect(ports).toBe(1) }, { timeout: 60_000 })
  })
})

describe('the shell', () => {
  it('answers with what was chosen in the system\'s own dialogs', async ({ start }) => {
    const { desktop, page } = await start()
    const { host } = clientsOf(await page())
    await desktop.call('choose', ['/data/a.docx', '/data/b.docx'])
    expect(await host.pickFiles({ filters: [{ name: 'Word', extensions: ['docx'] }] })).toEqual({ paths: ['/data/a.docx', '/data/b.docx'] })
    await desktop.call('choose', [])
    expect(await host.pickFiles({})).toEqual({ paths: [] })
    await desktop.call('choose', ['/data/资料库'])
    expect(await host.pickFolder({ create: true })).toEqual({ path: '/data/资料库' })
    await desktop.call('choose', [])
    expect(await host.saveAs({ suggestedName: '案例.docx' })).toEqual({ path: null })
    expect(await desktop.asked('showOpenDialog')).toMatchObject([
      { properties: ['openFile', 'multiSelections'], filters: [{ extensions: ['docx'] }] }, {}, { properties: ['openDirectory', 'createDirectory'] },
    ])
  })

  it('shows files, prints and opens addresses of the web alone', async ({ start }) => {
    const { desktop, page } = await start()
    const { host } = clientsOf(await page())
    await host.reveal({ path: '/data/a.docx' })
    expect(await host.print()).toEqual({ printed: true })
    await host.openExternal({ url: 'https://example.com/' })
    await expect(host.openExternal({ url: 'file:///etc/passwd' })).rejects.toThrow()
    await expect(host.listFolder({ path: '/' })).rejects.toMatchObject({ code: 'unsupported_on_host' })
    expect(await desktop.asked('showItemInFolder')).toEqual(['/data/a.docx'])
    expect(await desktop.asked('openExternal')).toEqual(['https://example.com/'])
    expect((await desktop.window()).printed).toBe(1)
  })

  it('writes what the page prints as a whole PDF file, and leaves nothing behind where it can not', async ({ home, start }) => {
    const { page } = await start()
    const { host } = clientsOf(await page())
    const folder = join(home, '导出')
    await mkdir(join(folder, '占用.pdf', '里面'), { recursive: true })
    const paper = { width: 210, height: 297 }
    await host.printToPdf({ path: join(folder, '手册.pdf'), paper })
    const written = await readFile(join(folder, '手册.pdf'), 'utf8')
    expect(written.slice(0, 5)).toBe('%PDF-')
    expect(JSON.parse(written.slice(9))).toMatchObject({ preferCSSPageSize: true, printBackground: true, pageSize: { width: 210 / 25.4, height: 297 / 25.4 } })
    await expect(host.printToPdf({ path: join(folder, '占用.pdf'), paper })).rejects.toMatchObject({ code: 'store_write_failed' })
    await expect(host.printToPdf({ path: join(folder, '没有', '手册.pdf'), paper })).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: 'ENOENT' } })
    expect((await readdir(folder)).sort()).toEqual(['手册.pdf', '占用.pdf'].sort())
  })

  it('opens copies of attachments with their programs, and no other file', async ({ home, start }) => {
    const { desktop, page } = await start()
    const { core, host } = clientsOf(await page())
    await core.library.createSample({ path: `${home}/示例` })
    const upload = join(home, '台账.txt')
    await writeFile(upload, '一')
    const { id } = await core.records.create({ type: 'case', content: { title: '案例', attachments: [await core.attachments.add({ path: upload })] } })
    const { content } = await core.records.get({ id })
    const { path } = await core.attachments.checkOut({ id, sha256: content.attachments[0]?.sha256 ?? '' })
    await host.openFile({ path })
    await expect(host.openFile({ path: upload })).rejects.toMatchObject({ code: 'file_not_opened' })
    expect(await desktop.asked('openPath')).toEqual([path])
  })
})
