/**
 * `documents`: a compilation of all records of a library with three pictures for every two of them, made as a Word file through the contract by a
 * core in a process of its own, against reading the same records and pictures and zipping them. Slides and the web page are measured too where
 * they can be made.
 */
import { createWriteStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { crc32, deflateSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import type { DocumentRequest } from '#shared/contract/documents'
import type { Body } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import { makeAttachedLibrary } from './attachedLibrary'
import { openBenchCore, round, timed, withFolder, type BenchResult } from './benchCore'
import { benchBody } from './benchRecords'
import { inOwnProcess, type Step } from './ownProcess'

const pollMs = 20
const side = 320

/** Another seed is another picture, of about 300 KB, which nothing makes smaller, as a photograph is. */
const noisePng = (seed: number): Buffer => {
  const chunk = (name: string, data: Buffer): Buffer => {
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    head.writeUInt32BE(data.length)
    tail.writeUInt32BE(crc32(body))
    return Buffer.concat([head, body, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = Buffer.alloc((side * 3 + 1) * side)
  let state = seed * 2_654_435_761 + 1
  for (let index = 0; index < pixels.length; index += 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + index
    pixels[index] = index % (side * 3 + 1) === 0 ? 0 : state >>> 24
  }
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(pixels, { level: 1 })), chunk('IEND', Buffer.alloc(0))])
}

const withPictures = (body: Body, hashes: readonly string[]): Body => ({
  ...body,
  sections: body.sections.map((section, index) => (hashes[index] === undefined ? section : {
    ...section, blocks: [...section.blocks, { type: 'image', id: newBlockId(), attachment: hashes[index], alt: '现场照片', caption: `图${index + 1} 现场照片`, width: 560 }],
  })),
})

/** Answers with how many megabytes its pictures have. */
const makeLibrary = async (root: string, count: number): Promise<number> => await makeAttachedLibrary(root, count, {
  filesOf: (index) => Array.from({ length: 1 + index % 2 }, (_, each) => ({ bytes: noisePng(index * 2 + each), facts: { name: `照片${each + 1}.png`, mediaType: 'image/png' } })),
  bodyOf: (index, hashes) => withPictures(benchBody(index), hashes),
}) / 1_000_000

const Made = z.object({ ms: z.number(), rssMb: z.number(), progressed: z.number() })
const forms = z.enum(['word', 'slides', 'web'])

const requestOf = (form: z.infer<typeof forms>): DocumentRequest => {
  const source = { kind: 'records' as const, selection: { filter: { type: 'case' as const }, except: [] }, title: '全部经验汇编' }
  return form === 'word' ? { form, source, look: {} } : { form, source }
}

export const documentSteps: Record<string, Step> = {
  'document-make': async (home = '', form = 'word') => {
    const { client, close } = await openBenchCore(home)
    await client.library.open({ path: join(home, 'library') })
    while ((await client.library.current())?.checking) await wait(pollMs)
    const stages = new Set<number>()
    const ms = await timed(async () => {
      const { jobId: id } = await client.documents.make({ request: requestOf(forms.parse(form)), to: join(home, `made.${form}`) })
      for (let job = await client.jobs.get({ id }); job.state !== 'done'; job = await client.jobs.get({ id })) {
        if (job.state !== 'running') throw new Error(JSON.stringify(job.failure))
        stages.add(job.done)
        await wait(pollMs)
      }
    })
    await close()
    return { ms, rssMb: process.resourceUsage().maxRSS / 1000, progressed: stages.size }
  },
  /** Every record and picture read and put into one zip, deflated but for the pictures. */
  'document-bare': async (home = '') => {
    const paths = readdirSync(join(home, 'library'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const ms = await timed(async () => {
      const zip = new ZipFile()
      for (const path of paths) zip.addFile(path, path.slice(home.length + 1), { compress: path.endsWith('.json') })
      zip.end()
      const out = zip.outputStream.pipe(createWriteStream(join(home, 'bare.zip')))
      await once(out, 'finish')
    })
    return { ms, rssMb: process.resourceUsage().maxRSS / 1000, progressed: 0 }
  },
}

/** Undefined where it can't be made. */
const madeAs = async (home: string, form: string): Promise<z.infer<typeof Made> | undefined> => {
  try { return await inOwnProcess(Made, 'document-make', home, form) } catch { return undefined }
}

export const benchDocuments = async (count: number): Promise<BenchResult> => withFolder(async (home) => {
  const megabytes = await makeLibrary(join(home, 'library'), count)
  const word = await inOwnProcess(Made, 'document-make', home, 'word')
  const bare = await inOwnProcess(Made, 'document-bare', home)
  const [slides, web] = [await madeAs(home, 'slides'), await madeAs(home, 'web')]
  return {
    name: 'documents', sizes: { records: count, pictures: count + Math.floor(count / 2), pictures_mb: round(megabytes) },
    figures: {
      compile_s: round(word.ms / 1000), peak_rss_mb: round(word.rssMb), progress_steps: word.progressed, bare_s: round(bare.ms / 1000), compile_vs_bare: round(word.ms / bare.ms),
      ...slides ? { slides_s: round(slides.ms / 1000), slides_rss_mb: round(slides.rssMb) } : {}, ...web ? { web_s: round(web.ms / 1000), web_rss_mb: round(web.rssMb) } : {},
    },
  }
})
