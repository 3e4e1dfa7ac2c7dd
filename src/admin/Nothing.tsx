'use client'
/** Stands where Payload would show a control that leads around the gate. */
export const Nothing = (): null => null
