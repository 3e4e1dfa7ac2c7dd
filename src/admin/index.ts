export { GatePanel } from './GatePanel.tsx'
export { Nothing } from './Nothing.tsx'
export { StateCell } from './StateCell.tsx'
export { ProofField } from './ProofField.tsx'
