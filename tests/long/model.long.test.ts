/** The model of the gate, four times as long as with every change, and killed four times as often. */
process.env.MODEL_RUNS ??= '400'
process.env.MODEL_CRASHED_RUNS ??= '40'
await import('../int/model.int.test.ts')
export {}
