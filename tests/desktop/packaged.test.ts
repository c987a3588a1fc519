/** What `npm run dist` packs: all that the app needs to run, and nothing else. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { extractAll } from '@electron/asar'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { z } from 'zod'
import { createDocumentPool } from '#core/documents/documentPool'
import { run } from '../../scripts/run.mjs'
import { writeCaseFolder } from '../fixtures/docx/writeCaseFolder'
import { buildPdf, pdfLines } from '../fixtures/pdf/pdfFile'
import { clientsOf } from './support/clients'
import { fusesOf, packApp, type PackedApp } from './support/packApp'
import { it } from './support/test'

const root = resolve(import.meta.dirname, '../..')
const Manifest = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })

let folder: string
let packed: PackedApp
/** The archive unpacked, far from any other node_modules. */
let app: string
let files: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-packed-'))
  packed = await packApp(folder)
  app = join(folder, 'app')
  extractAll(packed.asar, app)
  const entries = await readdir(app, { recursive: true, withFileTypes: true })
  files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(app.length + 1).replaceAll('\\', '/')).sort()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const ours = () => files.filter((file) => !file.startsWith('node_modules/'))
const packages = () => [...new Set(files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []))]
const builtBelow = async (path: string) => (await readdir(join(root, path), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))

describe('the archive', () => {
  it('holds the build, the sample library and the manifest, whole', async () => {
    const built = [...await builtBelow('out/main'), ...await builtBelow('out/preload'), ...await builtBelow('out/renderer'), ...await builtBelow('out/offline')]
    const sample = (await builtBelow('resources/sample')).filter((file) => !file.startsWith('resources/sample/pictures/src/'))
    for (const file of ['out/main/main.js', 'out/main/coreProcess.js', 'out/main/documentsWorker.js', 'out/main/catalogWorker.js', 'out/preload/preload.cjs', 'out/renderer/index.html']) expect(built).toContain(file)
    expect(ours()).toEqual([...built, ...sample, 'package.json'].sort())
  })

  it('holds the packages that the built app imports or was bundled of, and none that only building and testing need', () => {
    const { dependencies, devDependencies } = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    expect(packages()).toEqual(expect.arrayContaining(Object.keys(dependencies)))
    expect(packages().filter((name) => name in devDependencies || name.startsWith('@types/'))).toEqual([])
  })

  it('holds nothing that is of no use: no sources, types, maps, tests or documents', () => {
    expect(files.filter((file) => /\.([cm]?ts|tsx|map|md|markdown)$/i.test(file) && !/license\.\w+$/i.test(file))).toEqual([])
    expect(files.filter((file) => /^node_modules\/(@[^/]+\/)?[^/]+\/(tests?|docs?|benchmarks)\//.test(file))).toEqual([])
  })

  it('keeps the licence of every package that has one', async () => {
    for (const name of packages()) {
      const licences = (await readdir(join(root, 'node_modules', name), { withFileTypes: true })).filter((entry) => /^licen[cs]e/i.test(entry.name))
      for (const licence of licences) {
        const path = `node_modules/${name}/${licence.name}`
        for (const file of licence.isFile() ? [path] : await builtBelow(path)) expect(files).toContain(file)
      }
    }
  })

  it('names no folder of the machine that built it', () => {
    const marks = [root, root.replaceAll('\\', '/'), tmpdir()]
    // What pdf.js brings ready made names folders of its own making.
    const made = ours().filter((file) => !file.startsWith('out/renderer/pdfjs/'))
    expect(made.filter((file) => marks.some((mark) => readFileSync(join(app, file)).includes(mark)))).toEqual([])
  })
})

describe('the runtime beside it', () => {
  it('runs nothing but the app: its fuses are set', () => {
    expect(fusesOf(readFileSync(join(packed.folder, 'liangfang')))).toEqual(['cookieEncryption', 'asarIntegrity', 'onlyLoadAppFromAsar'])
  })

  it('comes with the licences of Electron and Chromium', async () => {
    expect(await readdir(packed.folder)).toEqual(expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']))
    expect(await readdir(join(packed.folder, 'resources'))).toEqual(['app.asar'])
  })
})

describe('what is packed suffices', () => {
  it('for the text of PDFs in fonts that are not embedded', async ({ home }) => {
    const path = join(home, 'a.pdf')
    await writeFile(path, buildPdf([pdfLines(['接地线核对'])], 'unigb'))
    const pool = createDocumentPool(join(app, 'out/main/documentsWorker.js'))
    expect(await pool.readText(path, 'a.pdf').finally(async () => pool.close())).toEqual({ pieces: [{ text: '接地线核对', page: 1 }], isCut: false })
  })

  it('for the desktop: a library is made and Word files are read into it', async ({ home, start }) => {
    await writeCaseFolder(join(home, '班组材料'), 2)
    const { desktop, page } = await start({ app, env: { STAND_IN_PACKAGED: '1' } })
    const { core } = clientsOf(await page())
    await core.library.createSample({ path: join(home, '示例') })
    const { jobId } = await core.imports.start({ paths: [join(home, '班组材料')], type: 'case' })
    for await (const event of await core.events.watch()) {
      const job = event.type === 'job' ? event.job : await core.jobs.get({ id: jobId })
      if (job.id === jobId && job.state !== 'running') break
    }
    expect(await core.jobs.get({ id: jobId })).toMatchObject({ state: 'done', done: 2 })
    expect((await desktop.request('app://liangfang/')).status).toBe(200)
    expect(await desktop.quit()).toBe(0)
  })

  it('for the command line', async () => {
    const { code, output } = await run(process.execPath, [join(app, 'out/main/cli.js'), '--help'], { output: 'keep' })
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('import') })
  })

  it('for the web host', async ({ home }) => {
    const host = spawn(process.execPath, [join(app, 'out/main/web.js'), '--no-open'], { env: { ...process.env, LIANGFANG_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(host, 'exit')
    let said = ''
    for await (const text of host.stdout.setEncoding('utf8')) {
      said += String(text)
      if (said.includes('\n')) break
    }
    host.kill()
    await ended
    expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//)
  })
})
