/** Backups: where and how often, what was made, reminders, and restoring whole or record by record. */
export { BackupBanner } from './BackupBanner'
export { BackupSettings } from './BackupSettings'
export { RestoreFromBackup } from './restore/RestoreFromBackup'
