import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { createTestLibrary, type TestLibrary } from '../../tests/support/testLibrary'
import { ask, enter, page, startTestWebHost, type Answer, type Ask, type TestWebHost } from '../../tests/support/testWebHost'
import { linkOfRunningHost, rememberHost } from './runningHost'

let testLibrary: TestLibrary
let host: TestWebHost
let cookie: string

beforeAll(async () => {
  testLibrary = await createTestLibrary()
  host = await startTestWebHost(testLibrary)
  cookie = await enter(host)
})
afterAll(async () => {
  await host.close()
  await testLibrary.remove()
})

/** As a window of ours asks. */
const askInside = (path: string, { headers = {}, ...rest }: Ask = {}): Promise<Answer> =>
  ask(host.port, path, { ...rest, headers: { Cookie: cookie, Origin: host.origin, ...headers } })

const pathOf = (link: string): string => link.slice(host.origin.length)

const Json = z.record(z.string(), z.string())
const json = (answer: Answer) => Json.parse(JSON.parse(answer.body.toString()))

describe('the way in', () => {
  it('turns a one-time link into a cookie that no script and no other site can use', async () => {
    const { status, headers } = await ask(host.port, pathOf(host.newLink()))
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    expect(headers['set-cookie']?.[0]).toMatch(/^liangfang_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('lets a window that is still open back in after a restart', async () => {
    const own = await createTestLibrary()
    const first = await startTestWebHost(own)
    const held = await enter(first)
    await first.close()
    const second = await startTestWebHost(own, first)
    expect((await ask(second.port, '/', { headers: { Cookie: held } })).status).toBe(200)
    await second.close()
    const stranger = await startTestWebHost(own, { port: first.port })
    expect((await ask(stranger.port, '/', { headers: { Cookie: held } })).status).toBe(401)
    await stranger.close()
    await own.remove()
  })

  it('takes a key only once', async () => {
    const path = pathOf(host.newLink())
    await ask(host.port, path)
    expect((await ask(host.port, path)).headers['set-cookie']).toBeUndefined()
  })

  it('takes no key that it did not give', async () => {
    expect((await ask(host.port, '/?key=abc')).headers['set-cookie']).toBeUndefined()
  })

  it('shows a browser without a cookie how to get a link, and nothing else', async () => {
    const { status, body } = await ask(host.port, '/')
    expect(status).toBe(401)
    expect(body.toString()).toContain('npm start')
    for (const path of ['/index.html', '/assets/index-abc.js', `/attachments/${'a'.repeat(64)}`]) {
      expect((await ask(host.port, path)).status, path).toBe(401)
    }
    expect((await ask(host.port, '/', { headers: { Cookie: `liangfang_${host.port}=wrong` } })).status).toBe(401)
  })

  it('gives a fresh link to whoever knows the secret of the state file, and to nobody else', async () => {
    const config = join(testLibrary.home, 'config')
    await rememberHost(config, { port: host.port, pid: process.pid, control: host.control })
    const link = await linkOfRunningHost(config) ?? ''
    expect((await ask(host.port, pathOf(link))).headers['set-cookie']).toBeDefined()
    await rememberHost(config, { port: host.port, pid: process.pid, control: 'guess' })
    expect(await linkOfRunningHost(config)).toBeUndefined()
    expect((await askInside('/links', { method: 'POST' })).status).toBe(403)
  })

  it.skipIf(process.platform === 'win32')('keeps the state file to its user', async () => {
    const config = join(testLibrary.home, 'config')
    await rememberHost(config, { port: host.port })
    expect((await stat(join(config, 'web-host.json'))).mode & 0o777).toBe(0o600)
  })
})

describe('requests from elsewhere', () => {
  it('are refused under another host name, even with the cookie', async () => {
    for (const Host of ['evil.example', `evil.example:${host.port}`, '127.0.0.1', `[::1]:${host.port}`, `127.0.0.1:${host.port}.evil.example`]) {
      // What is no host name at all does not even get to the check.
      expect([400, 403], Host).toContain((await askInside('/', { headers: { Host } })).status)
    }
  })

  it('are refused from another origin, even with the cookie', async () => {
    for (const Origin of ['https://evil.example', 'null', `http://127.0.0.1:${host.port + 1}`, `https://127.0.0.1:${host.port}`, `http://localhost:${host.port}`]) {
      expect((await askInside('/', { headers: { Origin } })).status, Origin).toBe(403)
    }
  })

  it('are refused without an origin where something would change', async () => {
    const { status } = await ask(host.port, '/uploads?name=a.docx', { method: 'POST', headers: { Cookie: cookie } })
    expect(status).toBe(403)
  })

  it('get no CORS headers', async () => {
    const { headers } = await askInside('/', { headers: { 'Access-Control-Request-Method': 'GET' } })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  const upgrade = async (path: string, headers: Record<string, string>): Promise<number> => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers })
    const status = await new Promise<number>((resolve) => {
      socket.on('open', () => { resolve(101) })
      socket.on('unexpected-response', (_, response) => { resolve(response.statusCode ?? 0) })
    })
    socket.on('error', () => undefined)
    socket.terminate()
    return status
  }

  it('open no WebSocket without the cookie, an origin, or the right host', async () => {
    expect(await upgrade('/rpc', { Cookie: cookie, Origin: host.origin })).toBe(101)
    expect(await upgrade('/rpc', { Origin: host.origin })).toBe(401)
    expect(await upgrade('/rpc', { Cookie: cookie })).toBe(403)
    expect(await upgrade('/rpc', { Cookie: cookie, Origin: 'https://evil.example' })).toBe(403)
    expect(await upgrade('/rpc', { Cookie: cookie, Origin: host.origin, Host: 'evil.example' })).toBe(403)
    expect(await upgrade('/elsewhere', { Cookie: cookie, Origin: host.origin })).toBe(404)
  })
})

describe('the screen', () => {
  it('is served with a policy that lets only our own scripts run', async () => {
    const { status, headers, body } = await askInside('/')
    expect(status).toBe(200)
    expect(body.toString()).toBe(page)
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    // The worker that reads PDFs decodes scans, and connects to nothing.
    const worker = await askInside('/assets/pdf.worker.min-abc.mjs')
    expect(worker.headers['content-security-policy']).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cache-control']).toBe('no-cache')
    expect((await askInside('/assets/index-abc.js')).headers['cache-control']).toContain('immutable')
  })

  it('never leaves its folder', async () => {
    await writeFile(join(testLibrary.home, 'secret.txt'), 'secret')
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/../../secret.txt', '/..%5csecret.txt', '//etc/passwd', '/assets/%00']) {
      const { status, body } = await askInside(path)
      expect([400, 404], path).toContain(status)
      expect(body.toString()).not.toContain('secret')
    }
  })
})

describe('attachments', () => {
  const attach = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(testLibrary.home, name)
    await writeFile(path, content)
    return (await testLibrary.direct.attachments.add({ path })).sha256
  }
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), randomBytes(5000)])

  it('are shown as what their bytes are', async () => {
    const { status, headers, body } = await askInside(`/attachments/${await attach('图.svg', png)}?name=${encodeURIComponent("现场 '1'.png")}`)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('image/png')
    expect(headers['content-disposition']).toBe("inline; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%20%271%27.png")
    expect(headers['cache-control']).toContain('immutable')
    expect(body.equals(png)).toBe(true)
  })

  it('are never run: pages and drawings with script are downloads, whatever they are called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const [name, content] of [['a.svg', svg], ['b.png', svg], ['c.html', '\n <!DOCTYPE html><p>'], ['d.txt', 'text <script>alert(1)</script>'], ['e.xml', '<?xml version="1.0"?><x/>']] as const) {
      const { headers } = await askInside(`/attachments/${await attach(name, content)}?name=${name}`)
      expect(headers['content-type'], name).toBe('application/octet-stream')
      expect(headers['content-disposition'], name).toMatch(/^attachment;/)
    }
  })

  it('are not asked for again, and answered in parts', async () => {
    const path = `/attachments/${await attach('range.png', png)}`
    const { headers } = await askInside(path)
    expect((await askInside(path, { headers: { 'If-None-Match': headers.etag ?? '' } })).status).toBe(304)
    const part = await askInside(path, { headers: { Range: 'bytes=10-19' } })
    expect([part.status, part.headers['content-range'], part.body]).toEqual([206, `bytes 10-19/${png.length}`, png.subarray(10, 20)])
    expect((await askInside(path, { headers: { Range: 'bytes=-7' } })).body).toEqual(png.subarray(-7))
    expect((await askInside(path, { headers: { Range: `bytes=${png.length}-` } })).status).toBe(416)
    expect((await askInside(path, { method: 'HEAD' })).headers['content-length']).toBe(String(png.length))
  })

  it('are found by their whole hash only', async () => {
    const sha256 = await attach('x.png', png)
    for (const name of [sha256.slice(1), sha256.toUpperCase(), `${sha256}0`, '..%2f..%2flibrary.json', '%2e%2e%2f%2e%2e', 'f'.repeat(64)]) {
      expect((await askInside(`/attachments/${name}`)).status, name).toBe(404)
    }
  })
})

describe('uploads', () => {
  const upload = (query: string, body: Buffer): Promise<Answer> => askInside(`/uploads?${query}`, { method: 'POST', body })

  it('keep the bytes and a name that stays in its folder', async () => {
    const bytes = randomBytes(300_000)
    for (const name of ['案例 1.docx', '../../../etc/x.docx', '..\\..\\x.docx', 'CON.docx', 'a\u0000b.docx', `${'长'.repeat(300)}.docx`]) {
      const { path = '' } = json(await upload(new URLSearchParams({ name }).toString(), bytes))
      expect(path.startsWith(join(testLibrary.home, 'uploads'))).toBe(true)
      expect(path.endsWith('.docx')).toBe(true)
      expect(createHash('sha256').update(await readFile(path)).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })

  it('of one batch become one folder again, and no file replaces another', async () => {
    const batch = '0b0e7a4e-6c0b-4b7e-9f43-3c2f0e1c7a55'
    const first = json(await upload(new URLSearchParams({ name: '案例/一.docx', batch }).toString(), Buffer.from('1')))
    const second = json(await upload(new URLSearchParams({ name: '案例/二/一.docx', batch }).toString(), Buffer.from('2')))
    const again = json(await upload(new URLSearchParams({ name: '案例/一.docx', batch }).toString(), Buffer.from('3')))
    expect(first.top).toBe(second.top)
    expect(second.path).toBe(join(first.top ?? '', '二', '一.docx'))
    expect(again.path).toBe(join(first.top ?? '', '一 (2).docx'))
  })

  it('need a name', async () => {
    const answer = await upload('', Buffer.from('1'))
    expect([answer.status, answer.body.toString()]).toEqual([422, expect.stringContaining('"code":"invalid"')])
  })

  it('are private to their user and gone after the end', async () => {
    const own = await createTestLibrary()
    const other = await startTestWebHost(own)
    const headers = { Cookie: await enter(other), Origin: other.origin }
    const { path = '' } = json(await ask(other.port, '/uploads?name=a.docx', { method: 'POST', headers, body: Buffer.from('1') }))
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
    await other.close()
    await expect(stat(path)).rejects.toThrow('ENOENT')
    await own.remove()
  })
})

it('takes another port where the wanted one is in use', async () => {
  const own = await createTestLibrary()
  const other = await startTestWebHost(own, { port: host.port })
  expect(other.port).not.toBe(host.port)
  await other.close()
  await own.remove()
})

it('lets its windows go and stops listening when it closes', async () => {
  const own = await createTestLibrary()
  const other = await startTestWebHost(own)
  const socket = new WebSocket(`ws://127.0.0.1:${other.port}/rpc`, { headers: { Cookie: await enter(other), Origin: other.origin } })
  await once(socket, 'open')
  const closed = once(socket, 'close')
  await other.close()
  await closed
  await expect(ask(other.port, '/')).rejects.toThrow('ECONNREFUSED')
  await own.remove()
})
