export { AlarmBand } from './AlarmBand.tsx'
export { Queues } from './Queues.tsx'
export { ReviewView } from './ReviewView.tsx'
export { RoleRequests } from './RoleRequests.tsx'
