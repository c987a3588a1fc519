/** A package that was verified, opened again to read some of its parts: each is verified as it is read, the rest is not read. */
import type { PackageManifest } from '#shared/model/package'
import { isSameJson } from '#shared/model/sameJson'
import { damaged } from './format'
import { matchParts, readManifestOf, type OpenControl, type OpenPackage } from './openPackage'
import { collect, openFile } from './packageFile'
import { readVerified } from './readPart'
import { readDirectory } from './zipDirectory'

/** `manifest` is the one that was verified. Throws `package_damaged` where the file is another one by now, and what `openPackage` throws. */
export const reopenPackage = async (path: string, manifest: PackageManifest, { signal, said }: Pick<OpenControl, 'signal' | 'said'>): Promise<Pick<OpenPackage, 'manifest' | 'readPart' | 'close'>> => {
  const file = await openFile(path, said)
  try {
    const entries = await readDirectory(file, signal)
    if (!isSameJson((await readManifestOf(file, entries)).manifest, manifest)) throw damaged(file.path, 'changed')
    const parts = matchParts(file, entries, manifest)
    return {
      manifest,
      readPart: async (part) => {
        const found = parts.get(part)
        if (!found) throw new RangeError(`the manifest lists no part ${part}`)
        return collect(readVerified(file, found.entry, found.listed.sha256))
      },
      close: async () => file.handle.close(),
    }
  } catch (error) {
    await file.handle.close()
    throw error
  }
}
