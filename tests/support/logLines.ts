/** Lines of the service's log; what is no JSON is written by somebody else. */
export type LogLine = Record<string, unknown>

export const linesIn = (output: string): LogLine[] =>
  output.split('\n').flatMap((line) => (line.startsWith('{') && line.endsWith('}') ? [JSON.parse(line) as LogLine] : []))
