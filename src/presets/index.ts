export { CHECKLIST, type Preset } from './checklist.ts'
export { tranCan2023 } from './tranCan2023.ts'
