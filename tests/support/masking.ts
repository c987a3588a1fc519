/** Masked packages for tests: two libraries of two people, what is in a package, and what must not be. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect } from 'vitest'
import { newSection } from '#shared/model/body/body'
import type { EditableContent, RecordFile } from '#shared/model/record'
import * as jobs from './jobs'
import { paragraph } from './records'
import { createTestHome, type TestCore, type TestHome } from './testCore'

export interface MaskingHome {
  home: TestHome
  client: TestCore['client']
  pathOf: (name: string) => string
  into: (name: string) => Promise<unknown>
  done: (started: Promise<{ jobId: string }>) => Promise<string>
  read: (id: string) => Promise<RecordFile>
  edit: (id: string, changes: EditableContent) => Promise<RecordFile>
  attach: (name: string, bytes: string | Uint8Array) => ReturnType<TestCore['client']['attachments']['add']>
  /** Makes a package for 乙单位, masked unless said otherwise; answers its path. */
  send: (ids: readonly string[], wish?: Partial<Parameters<TestCore['client']['packages']['make']>[0]>) => Promise<string>
  look: (file: string) => Promise<{ jobId: string; opened: Awaited<ReturnType<TestCore['client']['packages']['opened']>> }>
  take: (file: string, choice?: Partial<Parameters<TestCore['client']['packages']['take']>[0]>) => ReturnType<TestCore['client']['packages']['taken']>
}

const recipient = { unit: '乙单位', libraryId: null }

/** 甲 is open. */
export const createMaskingHome = async (): Promise<MaskingHome> => {
  const home = await createTestHome()
  const { client } = await home.open()
  const pathOf = (name: string): string => join(home.home, name)
  for (const [name, unitCode] of [['乙', 'YI1'], ['甲', 'JA1']] as const) await client.library.create({ path: pathOf(name), name: `${name}库`, unit: `${name}单位`, unitCode })
  const done: MaskingHome['done'] = async (started) => jobs.done(client, started)
  const read: MaskingHome['read'] = async (id) => client.records.get({ id })
  const look: MaskingHome['look'] = async (file) => {
    const jobId = await done(client.packages.open({ path: file }))
    return { jobId, opened: await client.packages.opened({ jobId }) }
  }
  let packs = 0
  return {
    home, client, pathOf, done, read, look,
    into: async (name) => client.library.open({ path: pathOf(name) }),
    edit: async (id, changes) => {
      await client.records.save({ id, base: (await read(id)).revision.id, changes })
      return read(id)
    },
    attach: async (name, bytes) => {
      await writeFile(pathOf(name), bytes)
      return client.attachments.add({ path: pathOf(name) })
    },
    send: async (ids, wish = {}) => {
      const to = pathOf(`${String(packs += 1)}.lfpkg`)
      await done(client.packages.make({ ids: [...ids], title: '包', to, recipient, masking: {}, ...wish }))
      return to
    },
    take: async (file, choice = {}) => {
      const { jobId } = await look(file)
      return client.packages.taken({ jobId: await done(client.packages.take({ jobId, accept: true, ...choice })) })
    },
  }
}

export const bodyOf = (...texts: string[]) => ({ version: 1 as const, preamble: [], sections: [newSection('measures', '主要做法', texts.map(paragraph))] })

/** All parts of a package that was just written, unpacked. */
export const partsOf = async (file: string): Promise<Map<string, Buffer>> => {
  const bytes = await readFile(file)
  const parts = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name, extra, comment, offset] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const packed = bytes.subarray(start, start + size)
    parts.set(bytes.toString('utf8', at + 46, at + 46 + name), method === 0 ? packed : inflateRawSync(packed))
    at += 46 + name + extra + comment
  }
  return parts
}

/** Fails where any part of a package holds one of the texts, also in its name. */
export const expectNothingOf = async (file: string, texts: readonly string[]): Promise<void> => {
  for (const [path, bytes] of await partsOf(file)) {
    for (const text of texts) if (path.includes(text) || bytes.includes(text)) expect.fail(`${path} holds ${text}`)
  }
}
