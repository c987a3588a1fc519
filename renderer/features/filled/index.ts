/** Tools that are filled in and tools that calculate: defining their form, filling it in, and the copies that are kept. */
export { CopyPage } from './page/CopyPage'
export { ToolForm, toolFormId } from './ToolForm'
