/** Packages: making one of records, the ledger of what was sent and received, looking into one and taking it in. */
export { OpenedFiles } from './OpenedFiles'
export { OpenedPackagePage } from './preview/OpenedPackagePage'
export { PackDialog } from './pack/PackDialog'
export { PackagesPage } from './ledger/PackagesPage'
export { isPackagePath } from './packageFile'
export { packChosen, packEdition, packRecords } from './pack/packRequest'
export { useOpenPackages } from './useOpenPackages'
