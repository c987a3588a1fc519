import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { droppedFiles } from './droppedFiles'

/** Entries as a browser gives them: folders hand out a hundred at a time. */
const fileEntry = (name: string) => ({ isFile: true, isDirectory: false, name, file: (take: (file: File) => void) => { take(new File(['x'], name)) } })

const folderEntry = (name: string, inside: { name: string }[]) => ({
  isFile: false, isDirectory: true, name,
  createReader: () => {
    const left = [...inside]
    return { readEntries: (take: (entries: { name: string }[]) => void) => { take(left.splice(0, 100)) } }
  },
})

const Dropped = z.custom<DataTransfer>()

const drop = (...entries: { name: string }[]): DataTransfer =>
  Dropped.parse({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry, getAsFile: () => null })) })

const namesOf = async (data: DataTransfer): Promise<string[][]> => {
  const names: string[][] = []
  for (const files of droppedFiles(data)) {
    const below: string[] = []
    for await (const { name } of files) below.push(name)
    names.push(below)
  }
  return names
}

describe('what was dropped on a window', () => {
  it('is walked folder by folder, each file with its path below what was dropped', async () => {
    const data = drop(fileEntry('一.docx'), folderEntry('案例', [fileEntry('二.docx'), folderEntry('2024', [fileEntry('三.docx')])]))
    expect(await namesOf(data)).toEqual([['一.docx'], ['案例/二.docx', '案例/2024/三.docx']])
  })

  it('misses none of a large folder', async () => {
    const [names] = await namesOf(drop(folderEntry('案例', Array.from({ length: 250 }, (_, index) => fileEntry(`${index}.docx`)))))
    expect(names).toHaveLength(250)
  })
})
