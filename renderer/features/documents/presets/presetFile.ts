/** A style as a file, to be carried to another library. */
import { z } from 'zod'
import { DocumentPreset } from '#shared/model/document/preset'
import { newId } from '#shared/model/ids'

/** Styles are small: a larger file is something else. */
const mostBytes = 256 * 1024

/** `where` is the value that is wrong, as the file calls it. */
export type ReadPreset = { preset: DocumentPreset } | { wrong: 'notJson' | 'tooLarge' | 'notStyle'; where: string }

export const presetBlob = (preset: DocumentPreset): Blob => new Blob([`${JSON.stringify(preset, null, 2)}\n`], { type: 'application/json' })

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** It becomes one of its own, whatever it was where it comes from. `name` is what it is called where it has no name. */
export const readPreset = async (file: Blob, name: string): Promise<ReadPreset> => {
  if (file.size > mostBytes) return { wrong: 'tooLarge', where: '' }
  const value = parsed(await file.text())
  if (value === undefined) return { wrong: 'notJson', where: '' }
  const { data, error } = DocumentPreset.safeParse(value)
  if (!data) return { wrong: 'notStyle', where: z.array(z.string()).catch([]).parse(error.issues[0]?.path).join('.') }
  return { preset: { ...data, id: newId(), name: data.name.trim() || name } }
}
