/** Rule: only a file that is not there is missing. A disk that fails is a failure, and never a page without its picture. For `catch`. */
export function nullIfAbsent(error: unknown): null {
  if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return null
  throw error
}
