/** What this machine and person prefer, and where things are. */
export { SettingsPage } from './SettingsPage'
