/** `app://liangfang/` as the built app answers it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect } from 'vitest'
import { z } from 'zod'
import { clientsOf } from './support/clients'
import { it } from './support/test'

const screen = resolve(import.meta.dirname, '../../out/renderer')
const origin = 'app://liangfang'
const Uploaded = z.object({ path: z.string(), top: z.string() })

describe('the screen', () => {
  it('is served with a policy that lets nothing else in', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const { status, headers, body } = await desktop.request(`${origin}/`)
    expect(status).toBe(200)
    expect(body.equals(readFileSync(join(screen, 'index.html')))).toBe(true)
    expect(headers).toMatchObject({ 'content-type': expect.stringContaining('text/html'), 'x-content-type-options': 'nosniff' })
    const policy = headers['content-security-policy']?.split('; ')
    expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]))
  })

  it('comes with its scripts, as scripts', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(readFileSync(join(screen, 'index.html'), 'utf8'))?.[1]
    const { status, headers } = await desktop.request(`${origin}${script ?? ''}`)
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/javascript' })
  })

  it('lets the worker that reads PDFs decode, and connect to nothing', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const worker = readdirSync(join(screen, 'assets')).find((name) => name.startsWith('pdf.worker')) ?? ''
    const { status, headers } = await desktop.request(`${origin}/assets/${worker}`)
    expect({ status, policy: headers['content-security-policy'] }).toEqual({ status: 200, policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'" })
    expect((await desktop.request(`${origin}/pdfjs/cmaps/UniGB-UCS2-H.bcmap`)).status).toBe(200)
  })

  it('is all that can be read of the disk', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    const paths = [
      '/../main/main.js', '/..%2fmain%2fmain.js', '/%2e%2e/main/main.js', '/%2e%2e%2fmain%2fmain.js', '/assets/..%2f..%2fmain%2fmain.js', '/..%5cmain%5cmain.js',
      '/%2fetc%2fpasswd', '//etc/passwd', '/etc/passwd', '/file:///etc/passwd', '/index.html%00.js', '/%', '/%zz', '/%c0%ae%c0%ae/main/main.js',
      '/assets', '/assets/', '/missing.js', '/index.html/', '/attachments',
    ]
    for (const path of paths) expect((await desktop.request(`${origin}${path}`)).status, path).toBe(404)
  })

  it('is at no other host, and is only read', async ({ start }) => {
    const { desktop, page } = await start()
    await page()
    for (const url of ['app://other/', 'app://liangfang.example.com/', 'app://liangfang:80/index.html', 'app:///index.html']) {
      expect((await desktop.request(url)).status, url).toBe(404)
    }
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await desktop.request(`${origin}/`, { method })).status, method).toBe(404)
    expect((await desktop.request(`${origin}/uploads`)).status).toBe(404)
  })
})

describe('files on their way in and out', () => {
  it('go up as bytes, into the library by path, and come back by their hash', async ({ home, start }) => {
    const { desktop, page } = await start()
    const { core } = clientsOf(await page())
    await core.library.create({ path: join(home, '资料库'), name: '城东', unit: '城东供电公司' })
    const bytes = Buffer.from('\x89PNG\r\n\x1A\n现场照片', 'latin1')
    const sha256 = createHash('sha256').update(bytes).digest('hex')

    const sent = await desktop.request(`${origin}/uploads?${new URLSearchParams({ name: '照片.png' }).toString()}`, { method: 'POST', body: bytes })
    const { path } = Uploaded.parse(JSON.parse(sent.body.toString()))
    expect((await readFile(path)).equals(bytes)).toBe(true)
    expect(await core.attachments.add({ path, name: '照片.png' })).toMatchObject({ sha256 })

    const whole = await desktop.request(`${origin}/attachments/${sha256}?name=${encodeURIComponent('照片.png')}`)
    expect(whole.status).toBe(200)
    expect(whole.body.equals(bytes)).toBe(true)
    expect(whole.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('照片.png')}` })
    const part = await desktop.request(`${origin}/attachments/${sha256}`, { headers: { Range: 'bytes=1-3' } })
    expect({ status: part.status, body: part.body.toString() }).toEqual({ status: 206, body: 'PNG' })
  })

  it('are refused without a name, and are not there under anything but a hash that is kept', async ({ home, start }) => {
    const { desktop, page } = await start()
    const { core } = clientsOf(await page())
    await core.library.create({ path: join(home, '资料库'), name: '城东', unit: '' })
    await writeFile(join(home, 'secret'), 'secret')
    expect((await desktop.request(`${origin}/uploads`, { method: 'POST', body: Buffer.from('x') })).status).toBe(422)
    for (const name of ['0'.repeat(64), 'a', '', `../${'0'.repeat(64)}`, '..%2f..%2fsecret', `${'0'.repeat(64)}/x`]) {
      expect((await desktop.request(`${origin}/attachments/${name}`)).status, name).toBe(404)
    }
  })

  it('leave no upload behind once the app has ended', async ({ home, start }) => {
    const { desktop, page } = await start()
    await page()
    const { body } = await desktop.request(`${origin}/uploads?name=a.docx`, { method: 'POST', body: Buffer.from('x') })
    const { path } = Uploaded.parse(JSON.parse(body.toString()))
    expect(path.startsWith(join(home, 'cache/uploads'))).toBe(true)
    expect(await desktop.quit()).toBe(0)
    await expect(readFile(path)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
