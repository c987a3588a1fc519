/** Asks for one file of this machine; undefined where that was given up. */
export const chooseFile = (): Promise<File | undefined> => new Promise((resolve) => {
  const input = Object.assign(document.createElement('input'), { type: 'file' })
  input.addEventListener('change', () => { resolve(input.files?.[0]) })
  input.addEventListener('cancel', () => { resolve(undefined) })
  input.click()
})
