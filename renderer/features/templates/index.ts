/** Templates: beginning a record with one, making one of a record, and the page of the settings that keeps them in order. */
export { CreateButton } from './CreateButton'
export { useNewFromRecord } from './useNewFromRecord'
export { SaveTemplateDialog } from './save/SaveTemplateDialog'
export { TemplatesPart } from './settings/TemplatesPart'
