/** Cells of a workbook that are made one over several rows, which the library that reads the cells does not tell. */
import { z } from 'zod'
import type { OfficePackage } from '../docx/officePackage'

/** The first column of what is one, and its rows, all from 0. */
export const Merge = z.object({ column: z.int(), from: z.int(), to: z.int() })
export type Merge = z.infer<typeof Merge>

/** What a sheet that people fill has at most; a file may claim any number. */
const mostMerges = 5000

const attributesOf = (tag: string): Map<string, string> => new Map([...tag.matchAll(/([\w:]+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
const tagsOf = (xml: string, name: string): Map<string, string>[] => [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g'))].map(([tag]) => attributesOf(tag))

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decoded = (text: string): string => text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex: string | undefined, number: string | undefined, name: string | undefined) => {
  if (name !== undefined) return entities[name] ?? whole
  const point = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole
})

const columnOf = (letters: string): number => [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

const mergeOf = (ref: string): Merge | undefined => {
  const [, letters, from, to] = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i.exec(ref) ?? []
  if (letters === undefined || from === to) return undefined
  return { column: columnOf(letters), from: Number(from) - 1, to: Number(to) - 1 }
}

/** By the names of the sheets. */
export const mergesOf = async (parts: OfficePackage): Promise<Map<string, Merge[]>> => {
  const [workbook = '', relations = ''] = [await parts.xml('xl/workbook.xml'), await parts.xml('xl/_rels/workbook.xml.rels')]
  const targets = new Map(tagsOf(relations, 'Relationship').map((tag) => [tag.get('Id') ?? '', tag.get('Target') ?? '']))
  const merges = new Map<string, Merge[]>()
  for (const sheet of tagsOf(workbook, 'sheet')) {
    const target = targets.get([...sheet].find(([name]) => name.endsWith(':id'))?.[1] ?? '') ?? ''
    const xml = await parts.xml(target.startsWith('/') ? target.slice(1) : `xl/${target}`) ?? ''
    merges.set(decoded(sheet.get('name') ?? ''), tagsOf(xml, 'mergeCell').slice(0, mostMerges).flatMap((tag) => mergeOf(tag.get('ref') ?? '') ?? []))
  }
  return merges
}
