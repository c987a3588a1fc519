/** Asks for Excel files of this machine, and hands them to the host as paths that the core reads. */
import { uploadFile } from '#renderer/client/files'

/** `onChosen` is not called where that was given up, which not every browser tells. */
export const chooseExcel = (isMany: boolean, onChosen: (files: readonly File[]) => void): void => {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.xlsx,.xls', multiple: isMany })
  input.addEventListener('change', () => { if (input.files && input.files.length > 0) onChosen([...input.files]) })
  input.click()
}

export const pathsOf = async (files: readonly File[]): Promise<string[]> => {
  const paths: string[] = []
  for (const file of files) paths.push((await uploadFile(file, file.name)).path)
  return paths
}
