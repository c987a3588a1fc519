/** What was dropped on a browser's window, folders walked: every file with its path below what was dropped. */
export interface DroppedFile {
  /** `notes.docx`, or `folder/sub/notes.docx` for one inside a dropped folder. */
  name: string
  file: File
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A reader hands out at most a hundred entries at a time and ends with none. */
const entriesOf = async (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (more.length === 0) return entries
    entries.push(...more)
  }
}

async function* filesBelow(entry: FileSystemEntry, above: string): AsyncGenerator<DroppedFile> {
  const name = above + entry.name
  if (isFile(entry)) yield { name, file: await fileOf(entry) }
  else if (isFolder(entry)) for (const inside of await entriesOf(entry)) yield* filesBelow(inside, `${name}/`)
}

/** A file that never was on disk, such as one from another page, has no entry. */
async function* single(file: File): AsyncGenerator<DroppedFile> {
  yield await Promise.resolve({ name: file.name, file })
}

/** One walk for each thing that was dropped. Reads the list at once: it is gone after the drop event. */
export const droppedFiles = (data: DataTransfer): AsyncGenerator<DroppedFile>[] =>
  [...data.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry()
    if (entry) return [filesBelow(entry, '')]
    const file = item.getAsFile()
    return file ? [single(file)] : []
  })
