/** What a window of the built app may do, and what it is refused. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
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
  it('gets no permission but to write to the clipboard', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'fileSystem', 'unknown']) {
      expect(await desktop.call('permission', name), name).toEqual({ requested: false, checked: false })
    }
    expect(await desktop.call('permission', 'clipboard-sanitized-write')).toEqual({ requested: true, checked: true })
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

  it('opens no window: a link to the web goes to the system, and nothing else does', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const urls = ['https://example.com/standard', 'mailto:someone@example.com', 'file:///etc/passwd', 'app://liangfang/', 'smb://host/share', 'javascript:alert(1)']
    for (const url of urls) expect(await desktop.may('mayOpen', url), url).toBe(false)
    expect(await desktop.asked('openExternal')).toEqual(['https://example.com/standard', 'mailto:someone@example.com'])
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
    await host.print()
    await host.openExternal({ url: 'https://example.com/' })
    await expect(host.openExternal({ url: 'file:///etc/passwd' })).rejects.toThrow()
    await expect(host.listFolder({ path: '/' })).rejects.toMatchObject({ code: 'unsupported_on_host' })
    expect(await desktop.asked('showItemInFolder')).toEqual(['/data/a.docx'])
    expect(await desktop.asked('openExternal')).toEqual(['https://example.com/'])
    expect((await desktop.window()).printed).toBe(1)
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
