/** The editor of bodies and their reading view. */
export { BodyEditor } from './BodyEditor'
export { BodyView } from './BodyView'
