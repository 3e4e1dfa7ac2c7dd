export { Queues } from './Queues.tsx'
export { ReviewView } from './ReviewView.tsx'
